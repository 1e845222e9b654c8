// The period's package: one file with everything, which the level above opens beside many others and counts again.
import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";
import { index } from "./command.mjs";
import { Staff } from "./staff.mjs";
import { COMMENT, collected } from "./year.mjs";
import { startOf, unzipped } from "./zip.mjs";

const DUC_CO = "gia-lai/xa-001";
const IA_DOK = "gia-lai/xa-002";

/** Makes the package of a unit and period; its path, name and bytes. */
async function make(page, { unit, period = "2026-Q3", press = async () => {} }) {
  const staff = new Staff(page);
  await staff.open(`plan/package?period=${period}&unit=${unit}`);
  await expect(page.locator("[data-section=package-inside]")).toBeVisible();
  await press();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-export=package]").click()]);
  await expect(page.locator("[data-screen=package-said] .done")).toContainText(download.suggestedFilename());
  const path = await download.path();
  return { path, name: download.suggestedFilename(), bytes: await readFile(path) };
}

const file = ({ name, bytes }) => ({ name, mimeType: "application/zip", buffer: bytes });

async function open(page, files) {
  const staff = new Staff(page);
  await staff.open("plan/packages");
  await page.locator("[data-import=packages]").setInputFiles(files);
  await expect(page.locator("[data-section=package-files]")).toBeVisible();
  return staff;
}

test("one action packs the period's report, ballots, indices, plan, evaluation and scorecard", async ({ page, context, browser, watch }) => {
  await collected(page);
  const staff = new Staff(page);
  await staff.open("plan?period=2026-Q3");
  await expect(page.locator("[data-priority]").first()).toBeAttached({ timeout: 60_000 });
  await page.locator("[data-priority] input").first().check();
  await page.locator("[data-action=draft-plan]").click();
  await page.locator("[data-item='0'] [name=status]").selectOption("done");
  await staff.open("plan/scores");
  await page.locator("[name=scores-table]").fill("Các lĩnh vực khác;70;90;71;90;1\nHài lòng của người dân;9,12;10;9,2;10;0,08");
  await page.locator("[data-action=scores-check]").click();
  await expect(page.locator("[data-table=scores]")).toBeVisible();

  const one = await make(page, { unit: DUC_CO });
  expect(one.name).toMatch(/^sipas_xa-duc-co_2026-q3_20261121\.zip$/);
  await expect(page.locator("[data-part=plans]")).toContainText(/1 kế hoạch: \d việc, 1 đã xong, 0 quá hạn/);
  await expect(page.locator("[data-part=scores]")).toContainText("80,20/100,00 điểm");
  await expect(page.locator("[data-part=evaluation] a")).toHaveAttribute("href", `#/staff/plan/evaluation?unit=${DUC_CO}&period=2026-Q3`);
  const files = unzipped(one.bytes);
  await expect(page.locator("[data-section=package-inside] .warning")).toHaveCount(0);
  const plan = Object.keys(files).find((path) => path.endsWith(".docx"));
  expect(Object.keys(files).sort()).toEqual(
    [
      "bang-diem.json",
      "bao-cao-sipas-desk.html",
      "chi-so/sipas-desk.csv",
      "chi-so/sipas-desk.json",
      "doc-truoc.txt",
      plan,
      plan.replace(".docx", "-phu-luc.csv"),
      plan.replace(".docx", ".json"),
      "package.json",
      "phieu/sipas-desk.csv",
    ].sort(),
  );
  expect(files["doc-truoc.txt"].toString()).toContain("Xã Đức Cơ");
  expect(files["phieu/sipas-desk.csv"].toString()).toContain(COMMENT);

  // The command line counts what the package and its own indices say.
  const counted = await index(one.path);
  const said = JSON.parse(files["package.json"]);
  expect(said.surveys).toEqual([
    { questionnaire: "sipas-desk", version: 1, ballots: counted.ballots.counted, satisfied: counted.overall.satisfied, counted: counted.overall.counted },
  ]);
  expect(JSON.parse(files["chi-so/sipas-desk.json"]).overall).toEqual(counted.overall);
  await expect(staff.value("package/sipas-desk")).toHaveAttribute("data-value", String(counted.ballots.counted));

  // The report is a page of its own that asks nobody for anything, and says the same.
  const report = await context.newPage();
  await report.setContent(files["bao-cao-sipas-desk.html"].toString());
  await expect(report.locator(".paper [data-figure='index/overall']").first()).toHaveAttribute("data-value", String(counted.overall.rate));
  await expect(report.locator(".paper .nation")).toHaveCSS("font-weight", "700");
  await expect(report.locator("script, button, input")).toHaveCount(0);

  // Another device takes the plan out of the package; taken twice it is one.
  const other = await watch(await browser.newContext());
  const there = await other.newPage();
  const office = new Staff(there);
  await office.open("plan");
  const taken = there.locator("[data-screen=plans-taken]");
  await there.locator("[data-import=plans]").setInputFiles([file(one)]);
  await expect(taken).toContainText("Đã lấy 1 kế hoạch mới, gộp 0 kế hoạch");
  await there.locator("[data-import=plans]").setInputFiles([file(one), { name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") }]);
  await expect(taken).toContainText("Đã lấy 0 kế hoạch mới, gộp 1 kế hoạch");
  await expect(taken).toContainText("1 tệp không phải kế hoạch");
  await there.locator("[data-plan]").click();
  await expect(there.locator("[data-item='0'] [name=status]")).toHaveValue("done");
  await other.close();

  // A stored plan that cannot be read is not left out in silence.
  await page.evaluate(() => localStorage.setItem("sipas/plan/feedfacefeedface", "{"));
  await page.reload();
  await expect(page.locator("[data-section=package-inside] .warning")).toContainText("1 bản lưu trên máy này không đọc được");

  // Without comments no ballot has one, and everything else is the same.
  const without = await make(page, { unit: DUC_CO, press: () => page.locator("[name=with-comments]").uncheck() });
  expect(unzipped(without.bytes)["phieu/sipas-desk.csv"].toString()).not.toContain(COMMENT);
  expect((await index(without.path)).overall).toEqual(counted.overall);
});

test("many packages are one: each ballot counts once, what was changed or does not fit is told", async ({ page, browser, watch }, testInfo) => {
  await collected(page);
  const first = await make(page, { unit: DUC_CO });
  const second = await make(page, { unit: IA_DOK });
  const before = await make(page, { unit: IA_DOK, period: "2026-Q2" });

  // The level above has nothing of its own.
  const office = await watch(await browser.newContext());
  const there = await office.newPage();
  const changed = { name: "sua.zip", bytes: Buffer.from(first.bytes) };
  changed.bytes[startOf(changed.bytes, "phieu/sipas-desk.csv") + 400] ^= 1;
  const staff = await open(there, [file(first), file(second), file(before), { name: "thu.zip", mimeType: "application/zip", buffer: Buffer.from("PK no") }]);
  const standing = (mark) => there.locator(`[data-package=${mark}]`);
  await expect(standing("counts")).toHaveCount(2);
  await expect(standing("other-period")).toContainText(/gói của quý II năm 2026/i);
  await expect(standing("closed")).toContainText("Không phải gói báo cáo");
  await expect(there.locator("[data-section=packages-doubts]")).toHaveCount(0);

  const both = testInfo.outputPath("both.csv");
  const rows = [first, second].map(({ bytes }) => unzipped(bytes)["phieu/sipas-desk.csv"].toString());
  await writeFile(both, rows[0] + rows[1].slice(rows[1].indexOf("\r\n") + 2));
  const counted = await index(both, "--by", "unit");
  await expect(staff.value("count/ballots")).toHaveAttribute("data-value", String(counted.ballots.counted));
  await expect(staff.value("index/overall")).toHaveAttribute("data-value", String(counted.overall.rate));
  for (const { key, overall } of counted.groups) {
    await expect(staff.value(`package/unit/${key}`)).toHaveAttribute("data-value", String(overall.rate));
  }
  await expect(there.locator("[data-table=packages-standing]")).toContainText("Xã Đức Cơ");
  const table = await staff.download("packages-csv");
  expect(table.text).toContain("Xã Ia Dơk");

  // Nothing of it is stored; all of it can be looked at in the results.
  await there.locator("[data-action=packages-results]").click();
  await expect(there).toHaveURL(/#\/staff\/results/);
  await expect(staff.value("count/ballots")).toHaveAttribute("data-value", String(counted.ballots.counted), { timeout: 60_000 });
  const groups = () => there.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("sipas/g/")).length);
  expect(await groups()).toBe(0);

  // A package somebody has worked on: the changed file is named and its ballots do not count. Packages can be imported, too.
  await open(there, [file(changed), file(second)]);
  const doubts = there.locator("[data-section=packages-doubts]");
  await expect(doubts).toContainText("Tệp phieu/sipas-desk.csv đã bị sửa sau khi đóng gói");
  await expect(doubts.locator("li")).toHaveCount(1);
  await expect(staff.value("count/ballots")).toHaveAttribute("data-value", String((await index(second.path)).ballots.counted));
  await staff.open("data");
  await there.locator("[data-import=ballots]").setInputFiles([file(first), file(second)]);
  await there.locator("[data-screen=import-preview] [data-action=import]").click();
  await expect(there.locator("[data-screen=import-said]")).toBeVisible();
  await expect(staff.value("stored/ballots/sipas-desk")).toHaveAttribute("data-value", String(counted.ballots.counted));
  expect(await groups(), "where imported ballots stand").toBeGreaterThan(0);
  await office.close();
});
