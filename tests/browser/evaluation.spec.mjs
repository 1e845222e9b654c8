// A quarter's evaluation of the desk: ballots and office, two columns, classes at their edge, history; nothing is lost.
import { readFile } from "node:fs/promises";
import { ballots, bring, rate } from "./evaluation.mjs";
import { expect, test } from "./page.mjs";
import { Staff } from "./staff.mjs";

const QUARTER = "plan/evaluation?period=2026-Q4&unit=gia-lai/duc-co";
const KEY = "sipas/office/evaluation/2026-Q4/gia-lai/duc-co";
const FULL = ["2", "2", "2", "2"];
const OFFICE = ["desk_2", "desk_5", "desk_6", "desk_8", "desk_9"];

const classOf = (page, column) => page.locator(`[data-section=totals] [data-column=${column}]`);

test("ballots and the office make a total, its class at the edge, two columns, and a row of quarters", async ({ page, context }) => {
  await page.clock.setFixedTime("2026-11-21T09:30:00+07:00");
  const staff = new Staff(page);
  // Indicator 1 is 5/3 of two points; ballots of another unit and of another questionnaire are no part of it.
  await bring(page, staff, ballots("quy-4.csv", { from: 0, month: "11", levels: [FULL, FULL, ["1", "2", "2", "2"]] }));
  await bring(page, staff, ballots("khac.csv", { from: 50, month: "11", unit: "gia-lai/duc-co-2", levels: [["0", "0", "0", "0"]] }));
  await staff.open("plan");
  await page.locator("[data-action=evaluation]").click();
  await expect(page).toHaveURL(/#\/staff\/plan\/evaluation$/);
  await page.locator("[data-filter=unit]").selectOption("gia-lai/duc-co");
  await expect(page).toHaveURL(/unit=gia-lai\/duc-co/);
  await expect(page.locator("[data-screen=evaluation]")).toHaveAttribute("data-period", "2026-Q4");
  const first = staff.value("evaluation/desk_1/assessed");
  await expect(first).toHaveAttribute("data-ballots", "3");
  expect(Number(await first.getAttribute("data-value"))).toBeCloseTo(5 / 3, 12);
  await expect(first).toContainText("1,67 điểm · trung bình 3 phiếu");
  await expect(page.locator("[name=level-assessed-desk_1]")).toHaveCount(0);
  await expect(staff.value("evaluation/total/assessed")).toHaveAttribute("data-missing", "5");
  await expect(page.locator("[data-section=totals]")).toContainText("Còn thiếu 5 tiêu chí; xếp loại nằm trong khoảng Trung bình – Xuất sắc");

  // A level without its source is said and not counted; a source makes it count.
  const missing = page.locator("#hint-assessed-desk_2");
  await rate(page, "desk_2", "2");
  await expect(missing).toContainText("Thiếu căn cứ");
  await expect(page.locator("[name=source-assessed-desk_2]")).toHaveAttribute("aria-invalid", "true");
  await expect(staff.value("evaluation/total/assessed")).toHaveAttribute("data-missing", "5");
  await page.locator("[name=source-assessed-desk_2]").fill("Sổ theo dõi hồ sơ");
  await expect(missing).toBeEmpty();
  await expect(staff.value("evaluation/desk_2/assessed")).toHaveAttribute("data-value", "2");
  await expect(staff.value("evaluation/total/assessed")).toHaveAttribute("data-missing", "4");
  // 5/3 + 6 + 2 + 2 + 2 + 1 + 0 is 14 2/3: good. Two columns, one of them verified lower.
  for (const [at, criterion] of OFFICE.slice(1).entries()) await rate(page, criterion, ["2", "2", "1", "0"][at], `BC ${at + 1}/2026`);
  await expect(staff.value("evaluation/total/assessed")).toHaveText("14,67 / 18 điểm");
  await expect(classOf(page, "assessed")).toHaveAttribute("data-class", "good");
  // Exactly 15: the third ballot's point comes back by what the level above found.
  for (const [at, criterion] of OFFICE.entries()) await rate(page, criterion, ["2", "2", "2", "1", "0"][at], "Kiểm tra thực tế", "verified");
  await rate(page, "desk_1", "2", "Đối chiếu hệ thống", "verified");
  await expect(staff.value("evaluation/total/verified")).toHaveText("15,00 / 18 điểm");
  await expect(classOf(page, "verified")).toHaveAttribute("data-class", "excellent");
  await expect(classOf(page, "verified")).toContainText("Xuất sắc");
  await expect(staff.value("evaluation/total/difference")).toHaveText("Thẩm định cao hơn 0,33 điểm");
  await rate(page, "desk_8", "0", undefined, "verified");
  await expect(staff.value("evaluation/total/verified")).toHaveAttribute("data-value", "14");
  await expect(classOf(page, "verified")).toHaveAttribute("data-class", "good");
  await expect(page.locator("[data-indicator=desk_8] .difference")).toHaveText("Thẩm định thấp hơn 1,00 điểm");
  // Taken back, and brought back with its source.
  await rate(page, "desk_9", "", undefined, "verified");
  await expect(staff.value("evaluation/desk_9/verified")).toHaveText("Chưa chấm");
  await expect(classOf(page, "verified")).not.toHaveAttribute("data-class");
  await page.locator("[data-action=evaluation-undo]").click();
  await expect(page.locator("[name=level-verified-desk_9]")).toBeFocused();
  await expect(staff.value("evaluation/total/verified")).toHaveAttribute("data-value", "14");

  await page.reload();
  await expect(staff.value("evaluation/total/verified")).toHaveAttribute("data-value", "14");
  await expect(page.locator("[name=source-assessed-desk_2]")).toHaveValue("Sổ theo dõi hồ sơ");

  // Another window rates something else, then the same: each is merged in, and what stood here is told and comes back.
  const other = await context.newPage();
  await other.clock.setFixedTime("2026-11-21T09:31:00+07:00");
  await other.goto(page.url());
  await rate(other, "desk_7", "1", "Phỏng vấn lại", "verified");
  await expect(staff.value("evaluation/desk_7/verified")).toHaveAttribute("data-value", "1");
  await rate(other, "desk_2", "0");
  const told = page.locator("[data-elsewhere=desk_2]");
  await expect(told).toContainText("Sổ theo dõi hồ sơ");
  await told.locator("[data-action=bring-back]").click();
  await expect(told).toHaveCount(0);
  await expect(other.locator("[name=level-assessed-desk_2]")).toHaveValue("2");
  await other.close();

  // Without local storage the second engine has it.
  await page.evaluate((key) => localStorage.removeItem(key), KEY);
  await page.reload();
  await expect(page.locator("[name=source-verified-desk_7]")).toHaveValue("Phỏng vấn lại");
  await expect(staff.value("evaluation/total/verified")).toHaveAttribute("data-value", "13");
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toContain("Phỏng vấn lại");

  // Files, and the quarter before: the change is of one column.
  const { text } = await staff.download("evaluation-csv");
  expect(text).toContain("Quý IV năm 2026,");
  expect(text).toContain("Sổ theo dõi hồ sơ");
  const [book] = await Promise.all([page.waitForEvent("download"), page.locator("[data-export=evaluation-xlsx]").click()]);
  expect(book.suggestedFilename()).toMatch(/^sipas_desk-evaluation-2026-q4_.*\.xlsx$/);
  expect((await readFile(await book.path())).subarray(0, 2).toString()).toBe("PK");
  await bring(page, staff, ballots("quy-3.csv", { from: 100, month: "08", levels: [FULL, FULL] }));
  await staff.open(QUARTER.replace("Q4", "Q3"));
  await expect(page.locator("[data-screen=evaluation]")).toHaveAttribute("data-period", "2026-Q3");
  for (const criterion of OFFICE) await rate(page, criterion, "1", "Kiểm tra", "verified");
  const rows = page.locator("[data-table=evaluation-history] tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveAttribute("data-period", "2026-Q4");
  await expect(rows.first()).toContainText("Thẩm định");
  await expect(rows.first().locator("[data-change]")).toHaveText("0,00");
  await rate(page, "desk_5", "2", undefined, "verified");
  await expect(rows.first().locator("[data-change]")).toHaveText("−1,00");
  await rows.first().getByRole("link").click();
  await expect(page).toHaveURL(/period=2026-Q4/);

  await page.locator("#staff [data-action=language]").click();
  await expect(staff.heading).toHaveText("Evaluation of the desk by quarter");
  await expect(staff.value("evaluation/total/verified")).toHaveText("13.00 / 18 points");
  await expect(classOf(page, "verified")).toContainText("Good");
});

test("a stored quarter that cannot be read is left alone and offered; a backup brings evaluations to another device", async ({ page, browser, baseURL, watch }) => {
  const strange = '{"format":"sipas-evaluations/2","later":true}';
  await page.goto("./");
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, strange]);
  const staff = new Staff(page);
  await staff.open(QUARTER);
  await rate(page, "desk_2", "1", "Sổ");
  await expect(page.locator("[data-screen=saved] .alarm")).toBeVisible();
  expect((await staff.download("evaluations-unreadable")).text).toContain(strange);
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe(strange);

  await staff.open(QUARTER.replace("Q4", "Q3"));
  await expect(page.locator("[data-screen=evaluation]")).toHaveAttribute("data-period", "2026-Q3");
  await rate(page, "desk_2", "1", "Sổ quý III");
  await expect(page.locator("[data-screen=saved]")).toContainText("Đã lưu");
  await staff.open("data");
  const backup = await staff.download("archive");
  const context = watch(await browser.newContext({ baseURL }));
  const other = await context.newPage();
  const there = new Staff(other);
  // What stands there already is merged in.
  await there.open(QUARTER.replace("Q4", "Q3"));
  await rate(other, "desk_5", "2", "Biên bản");
  await expect(other.locator("[data-screen=saved]")).toContainText("Đã lưu");
  await there.open("data");
  await other.locator("[data-import=ballots]").setInputFiles({ name: backup.name, mimeType: "application/octet-stream", buffer: await readFile(backup.path) });
  const preview = other.locator("[data-screen=import-preview]");
  await expect(preview.locator("[data-option=everything]")).toBeChecked();
  const reloaded = other.waitForEvent("load");
  await preview.locator("[data-action=import]").click();
  await reloaded;
  await there.open(QUARTER.replace("Q4", "Q3"));
  await expect(other.locator("[name=source-assessed-desk_2]")).toHaveValue("Sổ quý III");
  await expect(other.locator("[name=source-assessed-desk_5]")).toHaveValue("Biên bản");
  expect(await other.evaluate((key) => localStorage.getItem(key), KEY)).toBe(strange);
  await context.close();
});
