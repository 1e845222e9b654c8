// From the front door to thanks, results and CSV: the 31 ballots everybody can count by hand.
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";
import { expectSameFigures, index } from "./command.mjs";
import { records } from "./table.mjs";

const quick = new Questionnaire("quick");

test("31 answers 10, 16, 5, 0, 0 give 83,87 % and 32,3 / 51,6 / 16,1 on the page, in the file and on the command line", async ({ page }) => {
  const citizen = new Citizen(page);
  const staff = new Staff(page);

  // The way a person finds by themselves: front door, staff, campaign.
  await citizen.arrive();
  await page.getByRole("link", { name: "Dành cho nhân viên" }).click();
  await staff.goTo("Đợt khảo sát");
  await page.getByRole("radio", { name: "Đánh giá nhanh" }).check();
  await page.getByLabel("Tên đợt khảo sát").fill("Quý IV năm 2026");
  await page.getByLabel("Các lĩnh vực, mỗi dòng một lĩnh vực").fill("");
  await page.getByRole("button", { name: "Lưu đợt khảo sát" }).click();
  await expect(page.getByText("Đã lưu. Phiếu mới sẽ dùng đợt khảo sát này.")).toBeVisible();
  await staff.goTo("Thu phiếu");
  await page.getByRole("link", { name: "Mở như trên điện thoại của người dân" }).click();
  await citizen.begin();

  const answers = [...Array(10).fill("5"), ...Array(16).fill("4"), ...Array(5).fill("3")];
  for (const [at, code] of answers.entries()) {
    // The first and the last by touch, as most people do; the others by keyboard, which is quicker.
    const by = at === 0 || at === answers.length - 1 ? "touch" : "keys";
    await citizen.fillIn(quick, { answers: { overall: code }, by, reasons: code === "3" ? ["dossier"] : [] });
    if (at + 1 < answers.length) await citizen.another();
  }

  await staff.open("results");
  await expect(page.locator(".sentence")).toContainText("83,87 % (26 câu trả lời hài lòng trên 31 câu trả lời được tính)");
  const figures = await staff.figures();
  expect(figures["index/overall"].text).toBe("83,87 %");
  expect(figures["index/overall"].value).toBe(26 / 31);
  expect(figures["count/ballots"].value).toBe(31);
  expect([5, 4, 3, 2, 1].map((code) => figures[`count/level/overall/${code}`].text.split(/\s+/))).toEqual([
    ["10", "32,3"],
    ["16", "51,6"],
    ["5", "16,1"],
    ["0", "0,0"],
    ["0", "0,0"],
  ]);
  expect(figures["count/reason/dossier"].value).toBe(5);

  await staff.goTo("Dữ liệu");
  await expect(staff.value("stored/ballots/quick")).toHaveText("31");
  const file = await staff.download("csv", "quick");
  await expect(page.getByText("Đã xuất 31 phiếu")).toBeVisible();
  expect(file.name).toMatch(/^sipas_quy-iv-nam-2026_[0-9a-f]{8}_\d{8}\.csv$/);
  const rows = records(file.text);
  expect(rows.map((row) => row.overall).sort()).toEqual(answers.toSorted());
  expect(new Set(rows.map((row) => row.ballot_id)).size).toBe(31);
  expectSameFigures(figures, await index(file.path));
});
