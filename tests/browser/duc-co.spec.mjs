// The Đức Cơ case in the pages: factors 1 to 4 against targets, weak criteria, a plan, and the next quarter's answer to it.
import { Citizen } from "./citizen.mjs";
import { expect, test } from "./page.mjs";
import { bring, quarter, varied, weighed } from "./quarters.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const desk = new Questionnaire("sipas-desk");
const COMMUNE = "gia-lai/duc-co";

/** Nobody has given feedback, so factor 5 is not asked and not counted. */
const four = (level) => (criterion, at) => (criterion.startsWith("feedback") ? "na" : level(criterion, at));

/** A citizen without feedback, content but for what is given. */
const sheet = (given, comment) => ({
  gates: { gave_feedback: "no" },
  answers: { ...Object.fromEntries(desk.criteria.map(({ id }) => [id, "4"])), ...given },
  comment,
});

/** Answers on this device, on that day. */
async function answer(page, day, sheets) {
  await page.clock.setFixedTime(`${day}T09:00:00+07:00`);
  const citizen = new Citizen(page);
  await citizen.arrive("/survey");
  await citizen.begin();
  for (const [at, one] of sheets.entries()) {
    await citizen.fillIn(desk, one);
    if (at + 1 < sheets.length) await citizen.another();
  }
}

test.use({ trace: "off" });

test("Đức Cơ: targets, weak criteria, a plan, and the next quarter's verdict on it", async ({ page }) => {
  const staff = new Staff(page);
  await page.clock.setFixedTime("2026-07-01T08:00:00+07:00");
  await page.goto("./#/staff/campaign?new=");
  await expect(staff.heading).toBeVisible();
  const fill = (name, text) => page.locator(`#staff [name=${name}]`).fill(text);
  await fill("name", "Đức Cơ năm 2026");
  await fill("units", "Gia Lai > Đức Cơ");
  await fill("fields", "");
  await page.locator("#staff [name=unit]").selectOption(COMMUNE);
  await fill("from", "01/07/2026");
  await fill("until", "31/12/2026");
  await fill("target", "80");
  await page.locator("#staff [name=comparator]").selectOption("above");
  await page.locator("#staff details:has([name=factor-target]) summary").click();
  const ofResults = page.locator("#staff [name=factor-target][data-factor=results]");
  await ofResults.fill("85 phần trăm");
  await page.locator("#staff [data-action=save]").click();
  await expect(page.locator("#staff [data-screen=saved]")).toContainText("Chưa lưu");
  await ofResults.fill("85");
  await page.locator("#staff [data-action=save]").click();
  await expect(staff.area.locator(".where")).toHaveText("Đức Cơ năm 2026");
  await staff.open("campaign");
  await expect(ofResults).toHaveValue("85");

  // Quarter III: two at the counter, the others from paper typed on another device.
  await answer(page, "2026-09-15", [sheet({ results_2: "2", overall: "2" }, "thông tin ghi sai"), sheet({})]);
  await bring(page, staff, quarter("quy-3.csv", { month: "08", count: 148, from: 0, unit: COMMUNE, campaign: "duc-co-nam-2026", level: four(varied(4)) }));
  await staff.open(`plan?period=2026-Q3&unit=${COMMUNE}`);
  await weighed(page);
  const weak = page.locator("[data-priority=results_2]");
  await expect(weak).toHaveAttribute("data-call", "first");
  await expect(weak).toContainText("thấp hơn mục tiêu ≥ 85 %");
  await expect(page.locator("[data-priority=officials_1]")).toContainText("mục tiêu > 80 %");
  await expect(page.locator("[data-priority]")).toHaveCount(18);
  await page.locator("[data-action=draft-plan]").click();

  // The office writes its plan.
  const item = page.locator("[data-item='0']");
  await expect(item.locator(".evidence")).toContainText("Mục tiêu ≥ 85 %.");
  await expect(item.locator("[name=aim]")).toHaveValue(/^Nâng tỷ lệ hài lòng từ 6\d,\d\d % lên ≥ 85 %\.$/);
  await page.locator(".editor .office summary").click();
  await page.locator(".editor [name=office]").fill("ỦY BAN NHÂN DÂN XÃ ĐỨC CƠ");
  await page.locator(".editor [name=number]").fill("12/KH-UBND");
  await item.locator("[name=lead]").fill("Bưu điện xã");
  await item.locator("[name=with]").fill("Văn phòng HĐND-UBND");
  await item.locator("[name=due]").fill("30/11/2026");
  await item.locator("[name=due]").blur();
  await item.locator("[name=status]").selectOption("done");
  await expect(page.locator("[data-screen=saved]")).toContainText("Đã lưu lúc");
  const sheetOfPlan = page.locator(".plan-sheet");
  await expect(sheetOfPlan.locator(".agency")).toHaveText("ỦY BAN NHÂN DÂN XÃ ĐỨC CƠ");
  await expect(sheetOfPlan.locator(".annex tbody")).toContainText("Bưu điện xã");
  await expect(sheetOfPlan.locator(".annex tbody")).toContainText("30/11/2026");

  // The target is raised later; the plan is judged by the one it was made for.
  await staff.open("campaign");
  await ofResults.fill("> 99,9");
  await page.locator("#staff [data-action=save]").click();
  await expect(page.locator("#staff [data-screen=saved]")).not.toBeEmpty();

  // Quarter IV.
  await answer(page, "2026-12-10", [sheet({ results_2: "5" })]);
  const better = four((criterion, at) => varied(at % 25 ? 0 : 10)(criterion, at));
  await bring(page, staff, quarter("quy-4.csv", { month: "11", count: 149, from: 1000, unit: COMMUNE, campaign: "duc-co-nam-2026", level: better }));
  await staff.open("plan");
  await page.locator("[data-plan]").click();
  await expect(item.locator("[data-since=higher]")).toContainText("Quý IV năm 2026");
  await expect(item.locator("[data-since=higher]")).toContainText("đã tăng. Đạt mục tiêu.");
  await expect(item.locator("[name=lead]")).toHaveValue("Bưu điện xã");

  await staff.open(`results/report?period=2026-Q4&unit=${COMMUNE}`);
  const paper = page.locator(".paper");
  await expect(paper).toContainText("trong đó 0 phiếu dừng sớm");
  await expect(paper).toContainText(/So với quý III năm 2026 \(9\d,\d\d\s%\), chỉ số chung tăng \d,\d\d điểm phần trăm/);
  await expect(paper.locator("[data-figure='count/ballots']").first()).toHaveAttribute("data-value", "150");
  await expect(paper.locator('[data-figure="index/criterion/results_2"]')).toHaveAttribute("data-value", "0.96");
});
