// Paper ballots: printed on two sides, typed in by keys alone, twice, and compared.
import { expect, test } from "./page.mjs";
import { inLanguage } from "./journey.mjs";
import { Staff } from "./staff.mjs";
import { records } from "./table.mjs";
import { sit, typeIn, usual } from "./typing.mjs";

const PAPERS = 20;
/** In which papers the second person hits another key, and where. */
const PLANTED = new Map([
  [3, "access_2"],
  [7, "dossier_1"],
  [8, "officials_4"],
  [15, "results_3"],
  [20, "overall"],
]);

test("20 papers typed twice by keys alone: the 5 planted differences are found, and no other", async ({ page }) => {
  test.setTimeout(480_000);
  const staff = new Staff(page);
  await staff.open("collect/paper");
  await sit(page, "An", "first");
  for (let number = 1; number <= PAPERS; number += 1) {
    await typeIn(page, number, usual(number));
    await expect(page.locator(`[data-saved]`)).toContainText(String(number));
    await expect(page.locator("[name=paper-number]")).toBeFocused();
  }
  // What was typed is there after a reload, and no ballot is counted yet.
  await page.reload();
  await expect(page.locator("[data-paper=waiting]")).toBeVisible();
  await staff.open("data");
  await expect(staff.value("stored/ballots/sipas-desk")).toHaveAttribute("data-value", "0");

  await staff.open("collect/paper");
  await sit(page, "Bình", "second");
  const found = [];
  for (let number = 1; number <= PAPERS; number += 1) {
    const own = usual(number);
    const planted = PLANTED.get(number);
    await typeIn(page, number, (id) => (id === planted ? String((Number(own(id)) % 5) + 1) : own(id)));
    const compare = page.locator("[data-paper=compare]");
    await expect(compare.or(page.locator(`[data-saved]`).filter({ hasText: ` ${number}:` }))).toBeVisible();
    if (await compare.isVisible()) {
      const rows = await compare.locator("[data-difference]").evaluateAll((all) => all.map((row) => row.dataset.difference));
      found.push([number, ...rows]);
      await expect(compare).toBeFocused();
      for (const _ of rows) await page.keyboard.press("1");
      await page.keyboard.press("Enter");
    }
    await expect(page.locator("[name=paper-number]")).toBeFocused();
  }
  expect(found).toEqual([...PLANTED]);

  await expect(staff.value("paper/twice-typed")).toHaveAttribute("data-value", String(PAPERS));
  const agreement = Number(await staff.value("paper/agreement").getAttribute("data-value"));
  expect(agreement).toBeGreaterThan(0.98);
  expect(agreement).toBeLessThan(1);
  await staff.open("data");
  await expect(staff.value("stored/ballots/sipas-desk")).toHaveAttribute("data-value", String(PAPERS));
  const rows = records((await staff.download("csv", "sipas-desk")).text);
  expect(rows).toHaveLength(PAPERS);
  expect(rows.every((row) => row.channel === "paper" && row.status === "complete")).toBe(true);
  // The first person was right each time.
  const answers = rows.map((row) => row.access_2).sort();
  expect(answers).toEqual(Array.from({ length: PAPERS }, (_, at) => usual(at + 1)("access_2")).sort());
});

test("a half-typed paper survives a reload", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("collect/paper");
  await sit(page, "An", "first");
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await expect(page.locator("#paper-cell-0")).toBeFocused();
  await page.keyboard.type("432");
  await expect(page.locator("#paper-cell-3")).toBeFocused();
  await page.reload();
  await expect(page.locator("#paper-cell-3")).toBeFocused();
  await expect(page.locator("[name=paper-number]")).toHaveValue("5");
  await expect(page.locator("#paper-cell-0 b")).toHaveText("4");
});

for (const language of ["vi", "en"]) {
  test(`the printed ballot of the default questionnaire fits two sides in ${language}`, async ({ page, context }) => {
    await inLanguage(context, language);
    await page.goto("./#/staff/collect/paper/print");
    await expect(page.locator(".bp").first()).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const ballots = await page.locator(".bp").count();
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2 * ballots);
  });
}
