// The sample: dossiers become quotas, ballots fill them, and whom to ask is drawn from a list that is stored nowhere.
import { readFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";
import { Staff } from "./staff.mjs";

const DRAWS = JSON.parse(await readFile(new URL("../golden/samples/draws.json", import.meta.url), "utf8"));

const HEADER =
  "ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,submitted_at,duration_secs,gender,age,education,occupation,respondent,overall,comment,reasons";

const CAMPAIGN = {
  name: "Quý IV",
  questionnaire: "Đánh giá nhanh",
  units: "gia-lai/duc-co: Xã Đức Cơ | Duc Co commune\ngia-lai/ia-dok: Xã Ia Dơk | Ia Dok commune",
  fields: "Hộ tịch | Civil status\nĐất đai | Land",
};

/** Twenty ballots of one commune, fifteen of them about one field, and two of a unit nobody planned. */
const BALLOTS = Array.from({ length: 22 }, (_, at) => {
  const unit = at < 20 ? "gia-lai/duc-co" : "gia-lai/xa-khac";
  const field = at < 15 ? "dat-dai" : "ho-tich";
  return `${(at + 161).toString(16).padStart(16, "0")},00c0ffee,quy-4,quick,1,${unit},${field},kiosk,complete,2026-11-10T08:30:00+07:00,20,,,,,,4,,`;
});

/** The list the native test draws from: line i holds `H08-i` and the field i² modulo the number of fields. */
const made = ({ count, fields }) =>
  Array.from({ length: count }, (_, at) => {
    const line = at + 1;
    return fields.length ? `H08-${line}\t${fields[(line * line) % fields.length]}` : `H08-${line}`;
  }).join("\n");

class Sample {
  constructor(page) {
    this.page = page;
    this.staff = new Staff(page);
    this.told = page.locator("[data-sample=list]");
    this.rows = page.locator("[data-table=sample-list] tbody tr");
  }

  async readList(text) {
    await this.page.locator("[name=sample-list]").fill(text);
    await this.page.locator("[data-action=sample-read]").click();
    await expect(this.told).toBeVisible();
  }

  async readFile(text, count) {
    const file = { name: "ho-so.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
    await this.page.locator("[data-import=dossiers]").setInputFiles(file);
    await expect(this.staff.value("sample/listed")).toHaveAttribute("data-value", String(count));
  }

  async draw({ count, seed }) {
    if (count !== undefined) await this.page.locator("[name=sample-count]").fill(String(count));
    if (seed !== undefined) await this.page.locator("[name=sample-seed]").fill(seed);
    await this.page.locator("[data-action=sample-draw]").click();
  }

  /** The list's lines that were drawn. */
  async lines() {
    return this.rows.evaluateAll((rows) => rows.map((row) => Number(row.dataset.line)));
  }

  /** Waits until so many are drawn by this seed. */
  async drawn(count, seed) {
    await expect(this.staff.value("sample/drawn")).toHaveAttribute("data-value", String(count));
    await expect(this.page.locator(".sample-sheet .method")).toContainText(seed);
  }
}

/** Everything the browser keeps of this site and what its address says; the second engine's part apart. */
const everything = (page) =>
  page.evaluate(async () => {
    const second = [];
    const kept = [location.href, JSON.stringify(history.state), JSON.stringify(Object.entries(localStorage)), JSON.stringify(Object.entries(sessionStorage)), document.cookie];
    for (const { name } of await indexedDB.databases()) {
      const base = await new Promise((done, fail) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = fail;
      });
      for (const store of base.objectStoreNames) {
        const all = base.transaction(store).objectStore(store).getAll();
        const values = await new Promise((done) => (all.onsuccess = () => done(all.result)));
        const text = (value) => (ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value);
        second.push(JSON.stringify(values, (_, value) => text(value)));
      }
      base.close();
    }
    for (const name of await caches.keys()) kept.push(JSON.stringify((await (await caches.open(name)).keys()).map((one) => one.url)));
    return { kept: kept.join("\n"), second: second.join("\n") };
  });

/** Neither engine nor anything else has a number of the list, while both have the campaign. */
async function expectNothingStored(page) {
  for (const part of Object.values(await everything(page))) {
    expect(part).toContain("gia-lai/ia-dok");
    expect(part).not.toContain("H21-26");
  }
}

test("dossiers become quotas, ballots fill them, and a sample is drawn, taken out and drawn again; no number is stored", async ({ page }) => {
  await page.clock.setFixedTime("2026-11-21T09:30:00+07:00");
  const sample = new Sample(page);
  const { staff } = sample;
  const needed = (unit) => staff.value(`sample/${unit}/needed`);
  await staff.setCampaign(CAMPAIGN);
  await staff.open("plan");
  await page.locator("[data-action=sample]").click();
  await expect(page.locator("[data-sample=none]")).toContainText("Quý IV");

  // A table with mistakes is told line by line, and changes nothing.
  const table = page.locator("[name=sample-table]");
  await table.fill("Xã Đức Cơ;Hộ tịch;70\nXã Đức Cơ;Bói toán;30\nXã đức cơ;hộ tịch;1.25");
  await page.locator("[data-action=sample-keep]").click();
  await expect(page.locator("[data-sample=bad-lines] li")).toHaveText([/Dòng 2.*Bói toán/, /Dòng 3.*1\.25/]);
  await expect(page.locator("[data-sample=none]")).toBeVisible();

  // By keys: 100 dossiers need 80, of which the fields get 56 and 24; 0 need none.
  await table.fill("Xã Đức Cơ;Hộ tịch;70\nXã Đức Cơ;Đất đai;30\nXã Ia Dơk;;0");
  await table.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.locator("[data-action=sample-keep]")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-sample=kept]")).toBeFocused();
  await expect(staff.value("sample/planned")).toHaveAttribute("data-value", "80");
  await expect(staff.value("sample/gia-lai/duc-co/field/ho-tich/needed")).toHaveAttribute("data-value", "56");
  await expect(staff.value("sample/gia-lai/duc-co/field/dat-dai/needed")).toHaveAttribute("data-value", "24");
  await expect(needed("gia-lai/ia-dok")).toContainText("Không có hồ sơ");
  // It can be taken back, and the campaign's own form keeps what it does not show.
  await page.locator("[data-action=sample-undo]").click();
  await expect(page.locator("[data-sample=none]")).toBeVisible();
  await table.fill("Xã Đức Cơ;Hộ tịch;70\nXã Đức Cơ;Đất đai;30\nXã Ia Dơk;;0");
  await page.locator("[data-action=sample-keep]").click();
  await expect(staff.value("sample/planned")).toHaveAttribute("data-value", "80");
  await staff.setCampaign({ counter: "Quầy số 1" });
  await expect(staff.value("plan/sample")).toHaveAttribute("data-value", "80");
  await page.locator("[data-action=sample]").click();
  await expect(staff.value("sample/gia-lai/duc-co/field/dat-dai/needed")).toHaveAttribute("data-value", "24");

  await staff.open("data");
  const buffer = Buffer.from(`\ufeff${[HEADER, ...BALLOTS].join("\r\n")}\r\n`);
  await page.locator("[data-import=ballots]").setInputFiles({ name: "may-2.csv", mimeType: "text/csv", buffer });
  await expect(page.locator("[data-screen=import-preview]")).toBeVisible();
  await page.locator("[data-action=import]").click();
  await expect(page.locator("[data-action=undo-import]")).toBeVisible();
  await staff.open("plan/sample");
  await expect(needed("gia-lai/duc-co")).toHaveAttribute("data-value", "60");
  await expect(staff.value("sample/gia-lai/duc-co/field/dat-dai/needed")).toHaveAttribute("data-value", "9");
  await expect(staff.value("sample/outside")).toHaveAttribute("data-value", "2");
  await expect(page.locator("[data-sample=outside]")).toContainText("gia-lai/xa-khac");

  // The list: one number twice, an empty line.
  const numbers = Array.from({ length: 300 }, (_, at) => `000.17.H21-${26_000 + at}`);
  const list = [numbers[0], "", ...numbers].join("\n");
  await sample.readList(list);
  await expect(page.locator("[data-sample=repeated]")).toContainText("dòng 3 (trùng dòng 1)");
  await expect(page.locator("[data-sample=blank]")).toContainText("dòng 2");
  await expect(staff.value("sample/listed")).toHaveAttribute("data-value", "300");
  // Preset to what the plan still needs.
  await expect(page.locator("[name=sample-count]")).toHaveValue("60");
  const seed = await page.locator("[name=sample-seed]").inputValue();
  expect(seed).toMatch(/^\d{1,9}$/);
  await sample.draw({ count: 301 });
  await expect(page.locator(".sample-choices .warning")).toContainText("từ 1 đến 300");
  await sample.draw({ count: 60 });
  await sample.drawn(60, seed);
  const first = await sample.lines();
  expect(first).toHaveLength(60);
  expect(first).toEqual([...first].sort((one, other) => one - other));
  await expect(page.locator("[data-sample=not-taken]")).toBeVisible();

  const csv = await staff.download("sample-csv");
  expect(csv.name).toContain(seed);
  const rows = csv.text.trim().split("\r\n").slice(1).map((row) => row.split(","));
  expect(rows.map((row) => Number(row[1]))).toEqual(first);
  expect(rows[0].slice(-3)).toEqual([seed, "300", "60"]);
  await expect(page.locator("[data-sample=taken]")).toBeVisible();
  const book = await staff.download("sample-xlsx");
  expect(book.name).toMatch(/\.xlsx$/);
  expect(book.text.startsWith("PK")).toBe(true);
  await page.evaluate(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await page.locator("[data-action=sample-print]").click();
  expect(await page.evaluate(() => window.printed)).toBe(1);

  // Another page may be looked at meanwhile; it is gone when the page is loaded again.
  await staff.goTo("Kết quả");
  await page.goBack();
  await expect(sample.rows).toHaveCount(60);
  await expectNothingStored(page);
  await page.reload();
  await expect(page.locator("[name=sample-list]")).toHaveValue("");
  await expect(sample.rows).toHaveCount(0);
  await expectNothingStored(page);
  await sample.readList(list);
  await sample.draw({ count: 60, seed: `${seed.slice(0, 2)} ${seed.slice(2)}` });
  await sample.drawn(60, seed);
  expect(await sample.lines()).toEqual(first);

  await page.locator("#staff [data-action=language]").click();
  await expect(page.locator(".sample-sheet .method")).toContainText("Systematic sample");
  await expect(page.locator(".sample-page")).toContainText("60 of 300 dossiers drawn");
  await page.locator("[data-action=sample-forget]").click();
  await expect(sample.rows).toHaveCount(0);
});

test("the page draws what the native program draws", async ({ page }) => {
  const sample = new Sample(page);
  await sample.staff.open("plan/sample");
  let listed = "";
  for (const one of DRAWS) {
    const list = made(one);
    if (list !== listed) await sample.readFile((listed = list), one.count);
    await sample.draw({ count: one.wanted, seed: one.seed });
    await sample.drawn(one.wanted, one.seed);
    expect(await sample.lines(), `${one.count}, ${one.seed}`).toEqual(one.lines);
  }
});

test("a hundred thousand numbers from a file leave the page alive, and a file that is no text is refused", async ({ page }) => {
  const sample = new Sample(page);
  await sample.staff.open("plan/sample");
  const file = page.locator("[data-import=dossiers]");
  await file.setInputFiles({ name: "so.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004") });
  await expect(page.locator("[data-sample=refused]")).toContainText("so.xlsx");
  const lines = ["STT;Mã hồ sơ;Người nộp;Lĩnh vực", ...Array.from({ length: 100_000 }, (_, at) => `${at + 1};H08-${at};Nguyễn Văn A;${at % 3 ? "Thuế" : "Đất đai"}`)];
  await page.evaluate(() => {
    let last = performance.now();
    window.longest = 0;
    const tick = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await file.setInputFiles({ name: "ho-so.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await expect(sample.staff.value("sample/listed")).toHaveAttribute("data-value", "100000");
  await sample.draw({ count: 399, seed: "7" });
  await sample.drawn(399, "7");
  // Names of people are in no column that is taken over.
  await expect(page.locator(".sample-sheet")).not.toContainText("Nguyễn");
  await expect(sample.rows.filter({ hasText: "Đất đai" })).toHaveCount(133);
  // A long paste is read as it comes; the field would hold the page up.
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", Array.from({ length: 20_000 }, (_, at) => `P-${at}`).join("\n"));
    document.querySelector("[name=sample-list]").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(sample.staff.value("sample/listed")).toHaveAttribute("data-value", "20000");
  await expect(page.locator("[name=sample-list]")).toHaveValue("");
  await expect(sample.rows).toHaveCount(0);
  test.info().annotations.push({ type: "longest frame, ms", description: String(await page.evaluate(() => Math.round(window.longest))) });
});
