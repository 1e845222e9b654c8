// The reform index's scorecard: each mistake of a printed table is shown with its place, and nothing stored is lost.
import { expect, test } from "./page.mjs";
import { Staff } from "./staff.mjs";

const PRINTED = `TT\tLĩnh vực\tNăm 2023\t\tNăm 2024\t\tTăng, giảm
1\tChỉ đạo, điều hành\t11,5\t15\t18\t15\t6,5
2\tThể chế\t7.82\t10\t8,32\t10\t0,5
3\tThủ tục hành chính\t9,06\t14\t14\t15\t5,04
4\tTổ chức bộ máy\t8\t12\t8\t10\t0
5\tChế độ công vụ\t10,25\t15\t11\t15\t0,75
6\tTài chính công\t9\t13\t9,5\t10\t0,5
7\tChính quyền điện tử\t12\t20\t13,5\t15\t1,5`;

const RIGHT = "Các lĩnh vực khác;70;90;71;90;1\nHài lòng của người dân;9,12;10;9,2;10;0,08";

async function check(page, table) {
  await page.locator("[name=scores-table]").fill(table);
  await page.locator("[data-action=scores-check]").click();
}

test("every mistake of a printed scorecard is told; a right one adds up, is kept, and goes on without a survey", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("plan");
  await page.locator("[data-action=scores]").click();
  await expect(page).toHaveURL(/#\/staff\/plan\/scores$/);
  await expect(page.locator("[name=scores-table]")).toBeVisible();
  await check(page, PRINTED);
  const flaws = page.locator("[data-scores=flaws] li");
  await expect(flaws).toHaveCount(5);
  const said = (await flaws.allInnerTexts()).join("\n");
  for (const part of ["Sai", "18,00 cao hơn điểm tối đa 15,00", "ghi tăng giảm 5,04, tính đúng là 4,94", "bằng 99,00", "bằng 90,00", "7.82"]) {
    expect(said).toContain(part);
  }
  await expect(staff.value("score/total/2023")).toHaveAttribute("data-value", "67.63");
  await expect(staff.value("score/total/2024")).toContainText("vì có số sai");

  await check(page, "A;1;2;3\nB;1;2,345;3;4");
  await expect(page.locator("[data-scores=unread] li")).toHaveCount(3);
  await expect(staff.value("score/total/2023")).toHaveAttribute("data-value", "67.63");

  await page.locator("[name=scores-from]").fill("2024");
  await page.locator("[name=scores-to]").fill("2025");
  await check(page, RIGHT);
  await expect(page.locator("[data-scores=flawless]")).toBeVisible();
  await expect(staff.value("score/total/2025")).toHaveText("80,20 / 100,00");
  await page.getByRole("checkbox", { name: /Hài lòng của người dân/ }).check();
  await page.locator("[data-action=scores-no-survey]").click();
  await expect(staff.value("score/total/2025")).toHaveText("71,00 / 90,00");
  // 71 of 90 is 78,888… of 100, and 79,12 was reached before.
  const carried = page.locator("[data-table=scores] tfoot tr").last();
  await expect(carried).toContainText("78,89");
  await expect(carried).toContainText("−0,23");
  await page.reload();
  await expect(staff.value("score/total/2025")).toHaveText("71,00 / 90,00");
  await page.locator("[data-action=scores-remove]").click();
  await expect(page.locator("[data-table=scores]")).toHaveCount(0);
  await page.locator("[data-action=scores-undo]").click();
  await expect(staff.value("score/total/2025")).toHaveText("71,00 / 90,00");
});

test("a stored scorecard that cannot be read is left alone and offered", async ({ page }) => {
  const strange = '{"format":"sipas-scorecard/2","later":true}';
  await page.goto("./");
  await page.evaluate((text) => localStorage.setItem("sipas/office/scorecard", text), strange);
  const staff = new Staff(page);
  await staff.open("plan/scores");
  await check(page, RIGHT);
  await expect(page.locator("[data-screen=scores] .warning")).toBeVisible();
  expect((await staff.download("scores-unreadable")).text).toBe(strange);
  expect(await page.evaluate(() => localStorage.getItem("sipas/office/scorecard"))).toBe(strange);
});
