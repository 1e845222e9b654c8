// An analysis set: many files looked at together in a worker; exact figures, and nothing of it is ever stored.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expectSameFigures, index } from "./command.mjs";
import { expect, test } from "./page.mjs";
import { Staff } from "./staff.mjs";

const HEADER =
  "ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,submitted_at,duration_secs,gender,age,education,occupation,respondent,overall,comment,reasons";

/** One row; ids are spread as random ones are. */
function row(number, changes = {}) {
  const cells = {
    ballot_id: BigInt.asUintN(64, BigInt(number + 1) * 0x9e3779b97f4a7c15n).toString(16).padStart(16, "0"),
    device_id: (0xc0ffee + (number % 37)).toString(16).padStart(8, "0"),
    campaign: "quy-4",
    questionnaire: "quick",
    version: "1",
    unit: `gia-lai/xa-${number % 11}`,
    field: ["ho-tich", "dat-dai", ""][number % 3],
    channel: "kiosk",
    status: "complete",
    submitted_at: `2026-11-${String(1 + (number % 20)).padStart(2, "0")}T08:${String(number % 60).padStart(2, "0")}:00+07:00`,
    duration_secs: String(20 + (number % 90)),
    overall: ["1", "3", "4", "5", "5", "na"][(number * 7 + (number >> 5)) % 6],
    comment: number % 2000 === 7 ? `ý kiến ${number}` : "",
    ...changes,
  };
  return HEADER.split(",").map((name) => cells[name] ?? "").join(",");
}

const file = (name, rows) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`\ufeff${[HEADER, ...rows].join("\r\n")}\r\n`),
});

const numbers = (from, until) => Array.from({ length: until - from }, (_, at) => row(from + at));

/** Everything this site has stored: keys with their texts, databases with what is in them, caches. */
const stored = (page) =>
  page.evaluate(async () => {
    const databases = {};
    for (const { name, version } of await indexedDB.databases()) {
      const base = await new Promise((resolve) => (indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)));
      const counts = {};
      for (const store of base.objectStoreNames) {
        const asked = base.transaction(store).objectStore(store).getAllKeys();
        counts[store] = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result.map(String))));
      }
      base.close();
      databases[name] = { version, counts };
    }
    // The language is remembered sooner or later, whatever is looked at.
    const { "sipas/language": _, ...local } = localStorage;
    return { local, databases, session: { ...sessionStorage } };
  });

/** Holds the worker's work up until `letGo()`. */
function hold() {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (work) {
    window.letGo = () => {
      Worker.prototype.postMessage = postMessage;
      this.postMessage(work);
    };
  };
}

class Sets {
  constructor(page) {
    this.page = page;
    this.staff = new Staff(page);
    this.input = page.locator("[data-import=set]");
    this.open = page.locator("[data-screen=set-open]");
    this.said = page.locator("[data-screen=set-said]");
  }

  async counts() {
    await expect(this.open).toBeVisible({ timeout: 60_000 });
    const found = await this.open.locator("[data-figure]").evaluateAll((all) => all.map((one) => [one.dataset.figure.slice(4), Number(one.dataset.value)]));
    return Object.fromEntries(found);
  }
}

test("twenty thousand ballots of several files are one exact set, and the device's own stay as they are", async ({ page }) => {
  const sets = new Sets(page);
  const { staff } = sets;
  await staff.open("data");
  await page.locator("[data-import=ballots]").setInputFiles(file("cua-may.csv", [row(7), row(50_000)]));
  await page.locator("[data-action=import]").click();
  await expect(page.locator("[data-screen=import-said]")).toBeVisible();
  await expect(staff.value("stored/ballots")).toHaveAttribute("data-value", "2");
  const before = await stored(page);

  // Overlapping files, one of them twice, different ballots under one id, rows that are wrong.
  const later = row(3, { overall: "1", submitted_at: "2026-12-24T08:00:00+07:00" });
  const files = [
    file("a.csv", numbers(0, 9_000)),
    file("b.csv", numbers(8_000, 16_000)),
    file("c.csv", [...numbers(15_000, 20_000), later, row(90_001, { overall: "9" }), row(90_002, { unit: "Đức Cơ" })]),
    file("d.csv", numbers(8_000, 16_000)),
    { name: "e.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004....") },
  ];
  await sets.input.setInputFiles(files);
  expect(await sets.counts()).toEqual({
    ballots: 20_000, read: 30_001, copies: 10_000, conflicts: 1, rejected: 3, devices: 37, units: 11, files: 5,
  });
  const wrong = sets.open.locator("[data-file='c.csv'] .problems");
  await expect(wrong).toContainText("dòng 5003, cột overall: cần");
  await expect(wrong).toContainText("có \"9\"");
  await expect(sets.open.locator("[data-file='e.xlsx'] .problems")).toBeVisible();
  await sets.open.locator("[data-screen=set-conflicts] summary").click();
  await expect(sets.open.locator("[data-screen=set-conflicts] li")).toContainText("tính c.csv:5002, không tính a.csv:5");

  // By keyboard from the summary to the figures.
  await sets.open.locator("[data-action=set-results]").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-screen=set-banner]")).toContainText("20.000 phiếu từ tệp, không phải phiếu của máy này");
  await expect(page.locator(".results")).toHaveAttribute("data-address", "questionnaire=quick");
  const shown = await staff.results("questionnaire=quick");
  const folder = await mkdtemp(path.join(tmpdir(), "sipas-set-"));
  const merged = path.join(folder, "all");
  // The command line ends with another code where there are conflicts, so it gets the ballot that counts alone.
  await writeFile(merged, file("", numbers(0, 20_000).with(3, later)).buffer);
  expectSameFigures(shown, await index(merged));
  await rm(folder, { recursive: true });
  await staff.view("view=units&questionnaire=quick");
  await expect(page.locator("[data-shown=units] tbody tr")).not.toHaveCount(0);
  await staff.view("view=comments&questionnaire=quick");
  await expect(page.locator("[data-shown=comments]")).toContainText("ý kiến 18007");
  await staff.view("view=quality&questionnaire=quick");
  await expect(page.locator("[data-shown=quality]")).toBeVisible();

  await page.locator("[data-screen=set-banner] [data-action=close-set]").click();
  await expect(page.locator("[data-screen=set-banner]")).toHaveCount(0);
  await staff.view("questionnaire=quick");
  await expect(staff.value("count/ballots")).toHaveAttribute("data-value", "2");
  expect(await stored(page)).toEqual(before);
});

test("an analysis set that is stopped leaves nothing, and files without a ballot say what they are", async ({ page }) => {
  const sets = new Sets(page);
  await sets.staff.open("data");
  await expect(sets.staff.value("stored/ballots").first()).toHaveAttribute("data-value", "0");
  const before = await stored(page);
  // The worker is held up, so that it is surely stopped on its way.
  await page.evaluate(hold);
  await sets.input.setInputFiles(file("lon.csv", numbers(0, 200)));
  await expect(page.locator("[data-screen=set-busy] progress")).toBeVisible();
  await expect(sets.input).toBeDisabled();
  await expect.poll(() => page.workers().length).toBe(1);
  await page.locator("[data-action=cancel-set]").click();
  await expect(sets.said).toContainText("Không có gì được giữ lại");
  await page.evaluate(() => window.letGo());
  await expect(sets.open).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await stored(page)).toEqual(before);

  await sets.input.setInputFiles([{ name: "khac.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\r\n1,2\r\n") }]);
  await expect(sets.said).toContainText("không có phiếu nào dùng được");
  await expect(page.locator("[data-file='khac.csv'] .problems")).toContainText("dòng 1: cần");
  await expect(sets.open).toHaveCount(0);
  expect(await stored(page)).toEqual(before);
});
