// The survey of state management, from its campaign to its plan: questions about something bad are read the right way
// round, and citizens' ballots on the same device stay apart.
import { Citizen } from "./citizen.mjs";
import { expect, test } from "./page.mjs";
import { bring, deputies, quarter, varied } from "./quarters.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const NAME = "Khảo sát về công tác quản lý hành chính nhà nước";
const GOOD = "“Rất ít khi xảy ra” hoặc “Không có”";
const WRONGDOING = `Tình trạng tiêu cực trong tuyển dụng, bổ nhiệm (câu hỏi ngược, tính tỷ lệ trả lời ${GOOD})`;
const LEVELS = ["Rất nghiêm trọng", "Nghiêm trọng", "Có, nhưng không nghiêm trọng", "Rất ít khi xảy ra", "Không có"];

/** All content, apart from what is said of the two bad things. */
const sheet = (recruiting, abuse) => ({
  answers: Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`management_${at + 1}`, { 7: recruiting, 11: abuse }[at] ?? "4"]),
  ),
  respondent: { respondent: "deputy" },
});

test.use({ trace: "off" });

test("deputies' ballots: what denies something bad counts as good, from the campaign to the plan", async ({ page }) => {
  const staff = new Staff(page);
  // Citizens have answered on this device before.
  await bring(page, staff, quarter("dan.csv", { month: "08", count: 6, from: 0, level: varied(4) }));
  await page.goto("./#/staff/campaign?new=");
  await expect(staff.heading).toBeVisible();
  await page.locator("#staff [name=name]").fill("Quản lý 2026");
  const fields = page.locator("#staff [name=fields]");
  const before = await fields.inputValue();
  expect(before).toContain("Hộ tịch");
  // No deputy is asked for the field of a procedure; the list comes back with the citizens' questions.
  await page.locator("#staff [value=management]").check();
  await expect(fields).toHaveValue("");
  await expect(page.locator("[data-screen=no-fields]")).toContainText("để trống");
  await page.locator("#staff [value=quick]").check();
  await expect(fields).toHaveValue(before);
  await page.locator("#staff [value=management]").check();
  await expect(fields).toHaveValue("");
  await page.locator("#staff [data-action=save]").click();
  await expect(staff.area.locator(".where")).toHaveText("Quản lý 2026");

  const asked = new Questionnaire("management");
  const citizen = new Citizen(page);
  await citizen.arrive("/survey");
  await expect(citizen.start).toContainText("Dành cho đại biểu Hội đồng nhân dân");
  await expect(citizen.start).not.toContainText(/thủ tục|người dân/);
  await citizen.begin();
  for (const [at, one] of [sheet("5", "4"), sheet("4", "5"), sheet("1", "5")].entries()) {
    await citizen.fillIn(asked, one);
    if (at < 2) await citizen.another();
  }

  // Three ballots and no more; every figure is the questionnaire's own.
  const figures = await staff.results();
  expect(figures["count/ballots"].value).toBe(3);
  expect(figures["index/overall"].value).toBe(59 / 60);
  expect(figures["index/criterion/management_8"].value).toBe(2 / 3);
  expect(figures["index/criterion/management_12"].value).toBe(1);
  const table = page.locator("#staff table").filter({ has: page.locator('[data-figure="index/criterion/management_8"]') });
  const heads = await table.locator("thead th").allInnerTexts();
  expect(heads.map((one) => one.trim()).filter((one) => LEVELS.includes(one))).toEqual(LEVELS);
  await expect(table.locator("thead th", { hasText: LEVELS[0] }).locator("[data-tone='1']")).toHaveCount(1);
  await expect(table.locator("tbody th").first()).toContainText("(câu hỏi ngược)");
  await expect(page.locator("[data-reversed]")).toContainText(GOOD);

  // With another device's ballots there are enough of them to be published.
  await bring(page, staff, deputies());
  await staff.view();
  await expect(staff.area.locator(".sentence")).toContainText(`Thấp nhất: ${WRONGDOING} (53,33 %).`);
  await staff.open("results/report");
  const paper = page.locator(".paper");
  await expect(paper.locator(".subject")).toContainText("Kết quả khảo sát về công tác quản lý hành chính nhà nước quý");
  await expect(paper).toContainText(`Các tiêu chí thấp nhất: ${WRONGDOING} (53,33 %)`);
  await expect(paper.locator(".legend").nth(1)).toHaveText(LEVELS.join(""));
  await expect(paper.locator("[data-reversed]")).toContainText(GOOD);
  await expect(paper).not.toContainText(/thủ tục/);
  await expect(paper.locator("[data-figure='count/ballots']").first()).toHaveAttribute("data-value", "15");

  // No importance without a general question, and a plan all the same.
  await staff.open("plan");
  await expect(page.locator("[data-cannot]")).toContainText("không có câu hỏi chung");
  const bad = page.locator("[data-priority=management_8]");
  await expect(bad).toContainText(WRONGDOING);
  await expect(bad).toHaveAttribute("data-call", "improve");
  await page.locator("[data-action=draft-plan]").click();
  const item = page.locator("[data-item='0']");
  await expect(item.locator(".evidence")).toContainText(`Khi lập: 53,33 % trả lời ${GOOD} (8/15 câu trả lời`);
  await expect(item.locator("[name=aim]")).toHaveValue(`Nâng tỷ lệ trả lời ${GOOD} (hiện 53,33 %).`);
  await expect(item.locator("[name=actions]")).toHaveValue(/^Niêm yết công khai chỉ tiêu/);
  await expect(page.locator(".plan-sheet .subject")).toContainText("khảo sát về công tác quản lý hành chính nhà nước");

  // The citizens' ballots are looked at under their own questionnaire, in its own words.
  const desk = await staff.results("questionnaire=sipas-desk");
  expect(desk["count/ballots"].value).toBe(6);
  await expect(staff.area).toContainText("Công chức giao tiếp lịch sự");
  await staff.open("data");
  const rows = async (id) => (await staff.download("csv", id)).text.trim().split("\r\n").length - 1;
  expect([await rows("management"), await rows("sipas-desk")]).toEqual([15, 6]);

  await page.goto("./#/display");
  await expect(page.locator(".display h1")).toHaveText(NAME);
  await expect(page.locator(".display")).not.toContainText("tại quầy");
});
