// Ballots come in from files: what they are is shown first, all of it is stored or nothing, and it can be taken back.
import { readFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";
import { Staff } from "./staff.mjs";

/** Ballots in each of the forty tablets' files. */
const EACH = 2500;
const TABLETS = 40;

const HEADER =
  "ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,submitted_at,duration_secs,gender,age,education,occupation,respondent,overall,comment,reasons";

/** One row; `changes` are cells by column. */
function row(number, changes = {}) {
  const cells = {
    ballot_id: (0xa000000000000000n + BigInt(number)).toString(16),
    device_id: "00c0ffee",
    campaign: "quy-4",
    questionnaire: "quick",
    version: "1",
    unit: "gia-lai/duc-co",
    field: "ho-tich",
    channel: "kiosk",
    status: "complete",
    submitted_at: `2026-11-${String(1 + (number % 20)).padStart(2, "0")}T08:${String(number % 60).padStart(2, "0")}:00+07:00`,
    duration_secs: String(20 + (number % 90)),
    overall: String(1 + (number % 5)),
    comment: number % 7 === 0 ? `ý kiến ${number}` : "",
    ...changes,
  };
  return HEADER.split(",").map((name) => cells[name] ?? "").join(",");
}

const table = (name, rows) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`\ufeff${[HEADER, ...rows].join("\r\n")}\r\n`),
});

class Import {
  constructor(page) {
    this.page = page;
    this.staff = new Staff(page);
    this.section = page.locator("[data-section=import]");
    this.preview = page.locator("[data-screen=import-preview]");
    this.said = page.locator("[data-screen=import-said]");
  }

  async choose(...files) {
    if (!page_is(this.page, "data")) await this.staff.open("data");
    await this.section.locator("[data-import=ballots]").setInputFiles(files);
    await expect(this.preview).toBeVisible({ timeout: 60_000 });
  }

  async counts() {
    const found = await this.preview.locator("[data-figure]").evaluateAll((all) => all.map((one) => [one.dataset.figure.slice(7), Number(one.dataset.value)]));
    return Object.fromEntries(found);
  }

  async store() {
    await this.preview.locator("[data-action=import]").click();
    await expect(this.said).toBeVisible({ timeout: 120_000 });
  }

  stored() {
    return this.page.locator('#staff .safety [data-figure="stored/ballots"]');
  }

  /** The rows of the exported file, by id. */
  async exported(questionnaire = "quick") {
    await this.staff.open("data");
    const { text } = await this.staff.download("csv", questionnaire);
    return text.replace("\ufeff", "").trim().split("\r\n").slice(1).sort();
  }
}

const page_is = (page, name) => page.url().endsWith(`#/staff/${name}`);

test("forty tablets' files come in as one exact set, and again they change nothing", async ({ page }) => {
  const own = EACH - EACH / 10;
  const files = Array.from({ length: TABLETS }, (_, tablet) => {
    // A tenth of each file stands in the next one too.
    const numbers = Array.from({ length: EACH }, (_, at) => (tablet * own + at) % (TABLETS * own));
    return table(`may-${tablet + 1}.csv`, numbers.map((number) => row(number)));
  });
  const total = TABLETS * own;
  const importing = new Import(page);
  await importing.choose(...files);
  expect(await importing.counts()).toEqual({ new: total, known: 0, copies: TABLETS * EACH - total, rejected: 0 });
  await expect(importing.stored()).toHaveAttribute("data-value", "0");
  await importing.store();
  await expect(importing.stored()).toHaveAttribute("data-value", String(total));
  const expected = Array.from({ length: total }, (_, number) => row(number)).sort();
  expect(await importing.exported()).toEqual(expected);
  await page.reload();
  await importing.choose(...files.reverse());
  expect(await importing.counts()).toEqual({ new: 0, known: total, copies: TABLETS * EACH - total, rejected: 0 });
  await expect(importing.preview.locator("[data-action=import]")).toBeDisabled();
});

test("what a spreadsheet did is said, what is wrong is seen first, and an import can be taken back", async ({ page }) => {
  const importing = new Import(page);
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "Hộ tịch", units: "Xã Đức Cơ" });
  const unit = await page.evaluate(() => JSON.parse(localStorage.getItem("sipas/campaign")).units[0].code);
  await importing.choose(table("truoc.csv", [row(1), row(2)]));
  await importing.store();
  const spoilt = [
    row(1),
    row(2, { overall: "1", submitted_at: "2026-11-30T08:00:00+07:00" }),
    row(3, { submitted_at: "21/11/2026 8:30", unit: "Xã Đức Cơ" }),
    row(4, { ballot_id: "1.23457E+15" }),
    row(5, { overall: "4.0" }),
    row(6, { overall: "9" }),
  ];
  const text = [HEADER, ...spoilt].join("\r\n").replaceAll(",", ";");
  const file = { name: "excel.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${text}`, "utf16le") };
  await importing.choose(file);
  expect(await importing.counts()).toEqual({ new: 1, known: 1, replacing: 1, rejected: 3 });
  const news = importing.preview.locator("[data-file='excel.csv']");
  await expect(news).toContainText("UTF-16; dấu chấm phẩy; ngày/tháng/năm");
  await expect(news.locator(".problems")).toContainText("dòng 5, cột ballot_id: cần mã 16 chữ số 0-9 a-f chưa bị Excel đổi thành số, có \"1.23457E+15\"");
  // Named once: the file is read again with it.
  await importing.preview.locator("[data-place=unit][data-said='Xã Đức Cơ']").selectOption(`=${unit}`);
  await expect(importing.preview.locator('[data-figure="import/new"]')).toHaveAttribute("data-value", "2");
  const button = importing.preview.locator("[data-action=import]");
  await expect(button).toBeDisabled();
  await importing.preview.locator("[data-option=seen]").check();
  await button.click();
  await expect(importing.said).toContainText("Đã nhập 3 phiếu");
  await expect(importing.stored()).toHaveAttribute("data-value", "4");
  const rows = await importing.exported();
  expect(rows.filter((one) => one.includes(`,${unit},`))).toHaveLength(1);
  expect(rows).toContain(spoilt[1]);
  // Taken back: what was new goes, what was there stays.
  await page.locator("[data-action=undo-import]").click();
  await expect(importing.said).toContainText("Đã hoàn tác: bỏ 2 phiếu");
  await expect(importing.stored()).toHaveAttribute("data-value", "2");
  await page.reload();
  // And once more, with what the unit is still known.
  await importing.choose(file);
  expect(await importing.counts()).toMatchObject({ new: 2, known: 2, rejected: 2 });
});

test("a backup brings an empty device back exactly as it was", async ({ page, browser, baseURL, watch }) => {
  const importing = new Import(page);
  const staff = new Staff(page);
  await staff.setCampaign({ name: "Quý IV", counter: "Quầy 3", questionnaire: "Đánh giá nhanh", fields: "Hộ tịch", units: "Xã Đức Cơ" });
  await importing.choose(table("a.csv", Array.from({ length: 30 }, (_, number) => row(number))));
  await importing.store();
  await page.evaluate(() => {
    localStorage.setItem("sipas/office/agency", "UBND xã Đức Cơ");
    localStorage.setItem("sipas/g/77-0", "?");
  });
  await page.reload();
  const before = await importing.exported();
  const backup = await staff.download("archive");
  expect(backup.name).toMatch(/^sipas_.*\.sipas$/);
  await expect(page.locator("[data-screen=backup-days]")).toContainText("0 ngày trước");
  const kept = (page) =>
    page.evaluate(() => {
      const own = /^sipas\/(campaign|office|device|r\/|paper|households|places)/;
      return Object.fromEntries(Object.keys(localStorage).filter((key) => own.test(key)).sort().map((key) => [key, localStorage.getItem(key)]));
    });
  const settings = await kept(page);
  expect(Object.keys(settings)).toContain("sipas/office/agency");

  const context = watch(await browser.newContext({ baseURL }));
  const other = await context.newPage();
  const there = new Import(other);
  await there.choose({ name: backup.name, mimeType: "application/octet-stream", buffer: await readFile(backup.path) });
  expect(await there.counts()).toEqual({ new: 30, known: 0, rejected: 0 });
  await expect(there.preview.locator("[data-option=everything]")).toBeChecked();
  await there.preview.locator("[data-action=import]").click();
  await expect(other.locator("#staff .where")).toHaveText("Quý IV · Quầy 3");
  await expect(there.stored()).toHaveAttribute("data-value", "30");
  expect(await there.exported()).toEqual(before);
  expect(await kept(other)).toEqual(settings);
  // One damaged part is named, the rest still comes.
  const damaged = await readFile(backup.path);
  damaged[damaged.length - 4] ^= 1;
  await there.staff.open("data");
  await there.choose({ name: "hong.sipas", mimeType: "application/octet-stream", buffer: damaged });
  expect(await there.counts()).toMatchObject({ known: 30, rejected: 1 });
  await expect(there.preview).toContainText("phần không đọc được");
  await context.close();
});

test("an import that is stopped or cut off leaves nothing behind, or all of it", async ({ page, context }) => {
  const importing = new Import(page);
  const rows = Array.from({ length: 3000 }, (_, number) => row(number));
  await importing.choose(table("lon.csv", rows));
  await importing.preview.locator("[data-action=import]").click();
  await page.locator("[data-action=cancel-import]").click();
  await expect(importing.said).toBeVisible();
  const stopped = (await importing.said.textContent()).includes("Đã dừng");
  await expect(importing.stored()).toHaveAttribute("data-value", stopped ? "0" : "3000");
  if (!stopped) return;
  await page.reload();
  await expect(importing.stored()).toHaveAttribute("data-value", "0");
  await importing.choose(table("lon.csv", rows));
  await importing.preview.locator("[data-action=import]").click();
  await page.locator("[data-screen=import-busy]").waitFor();
  await page.close();
  const again = new Import(await context.newPage());
  await again.staff.open("data");
  await expect(again.stored()).toHaveAttribute("data-value", /^(0|3000)$/);
});

test("an import that finds no room takes back only what it has put", async ({ page }) => {
  const importing = new Import(page);
  await importing.choose(table("truoc.csv", [row(1)]));
  await importing.store();
  // The working copy is lost and takes nothing any more: only the second store has the first ballot.
  await page.addInitScript(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("sipas/g/")) localStorage.removeItem(key);
    const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith("sipas/g/")) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, key, value);
    };
  });
  await page.reload();
  await expect(importing.stored()).toHaveAttribute("data-value", "0");
  await importing.choose(table("sau.csv", [row(1), row(2)]));
  await importing.store();
  const held = () => page.evaluate(async () => [...(await sipas.second.ids())].map((id) => id.toString(16)));
  await expect.poll(held).toEqual([row(1).split(",")[0]]);
});

test("two windows that import at once come to one exact set", async ({ page, context }) => {
  const windows = [new Import(page), new Import(await context.newPage())];
  const files = [0, 1].map((at) => table(`${at}.csv`, Array.from({ length: 400 }, (_, number) => row(number + at * 200))));
  // Both have looked before either stores.
  for (const [at, one] of windows.entries()) await one.choose(files[at]);
  await Promise.all(windows.map((one) => one.store()));
  for (const one of windows) await expect(one.stored()).toHaveAttribute("data-value", "600");
  const expected = Array.from({ length: 600 }, (_, number) => row(number)).sort();
  expect(await windows[1].exported()).toEqual(expected);
  await page.reload();
  await expect(windows[0].stored()).toHaveAttribute("data-value", "600");
});
