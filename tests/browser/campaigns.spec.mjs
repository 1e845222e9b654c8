// Several campaigns on one device: planned, chosen, handed on by file, kept in both engines.
import { readFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { codeOf } from "./codes.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const quick = new Questionnaire("quick");
const kept = (page, key = "sipas/campaign") => page.evaluate((key) => localStorage.getItem(key), key);
const cards = (page) => page.locator("#staff .campaigns > li");
const card = (page, id) => page.locator(`#staff [data-campaign="${id}"]`);

/** Fills in the form that is shown and saves it. */
async function save(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`#staff .form [name="${name}"]`);
    if (name === "comparator") await field.selectOption(value);
    else await field.fill(value);
  }
  await page.locator("#staff [data-action=save]").click();
  await expect(page.locator("#staff [data-screen=saved]")).toContainText("Đã lưu");
}

/** One ballot of the quick questionnaire. */
async function answer(page) {
  const citizen = new Citizen(page);
  await citizen.arrive();
  await citizen.begin();
  await citizen.meets(quick.say(quick.general.text));
  await citizen.answer("Hài lòng");
  await citizen.press("submit");
  await citizen.seesThanks();
}

const PLAN = {
  name: "Quý 4 năm 2026",
  counter: "Quầy 1",
  units: "Gia Lai > Đức Cơ > Bưu điện 1 = 1.250\nGia Lai > Đức Cơ > Bưu điện 2",
  from: "1/10/2026",
  until: "31.12.2026",
  target: "90",
  comparator: "above",
  "field-targets": "Đất đai: 85,5",
  dossiers: "5.000",
};

test("a campaign is planned: period, units of any depth, targets and the planned sample", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  await save(page, PLAN);
  await expect(staff.value("plan/sample")).toHaveAttribute("data-value", "371");
  const stored = JSON.parse(await kept(page));
  expect(stored.id).toBe("quy-4-nam-2026");
  expect(stored.units.map(({ code }) => code)).toEqual(["gia-lai/duc-co/buu-dien-1", "gia-lai/duc-co/buu-dien-2"]);
  expect(stored.plan.groups.map(({ code }) => code)).toEqual(["gia-lai", "gia-lai/duc-co"]);
  expect(stored.plan).toMatchObject({
    from: "2026-10-01",
    until: "2026-12-31",
    targets: [
      { of: "overall", above: 0.9 },
      { of: "field/dat-dai", "at-least": 0.855 },
    ],
    dossiers: [{ count: 5000 }, { unit: "gia-lai/duc-co/buu-dien-1", count: 1250 }],
  });
  // All of it is there again to be edited, and a plain save changes nothing.
  await page.reload();
  await expect(page.locator("#staff [name=until]")).toHaveValue("31/12/2026");
  await save(page, {});
  expect(JSON.parse(await kept(page))).toEqual(stored);
});

test("what cannot be read in a plan is said beside it, and nothing is saved", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  const form = page.locator("#staff .form");
  for (const [name, value, said] of [
    ["from", "31/02/2026", "Cần một ngày như 21/11/2026."],
    ["target", "101", "Cần một tỷ lệ từ 0 đến 100"],
    ["field-targets", "Đất đai: 85\nKhông có: 80", "dòng 2"],
    ["dossiers", "nhiều", "Cần một số nguyên"],
    ["margin", "0", "Cần một tỷ lệ từ 0,1 đến 50"],
  ]) {
    const before = await form.locator(`[name="${name}"]`).inputValue();
    await form.locator(`[name="${name}"]`).fill(value);
    await expect(form.locator(".problems").filter({ hasText: said })).toBeVisible();
    await form.locator("[data-action=save]").click();
    await expect(page.locator("#staff [data-screen=saved]")).toContainText("Chưa lưu");
    await form.locator(`[name="${name}"]`).fill(before);
  }
  expect(await kept(page)).toBeNull();
});

test("several campaigns: each ballot goes to the current one, and changing them loses none", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ name: "Đợt một", questionnaire: "Đánh giá nhanh", fields: "" });
  await answer(page);
  await staff.open("campaign");
  await page.locator("#staff [data-action=new-campaign]").click();
  await save(page, { name: "Đợt hai" });
  await answer(page);
  await answer(page);
  await staff.open("campaign");
  await expect(cards(page)).toHaveCount(3);
  await expect(card(page, "dot-mot")).toContainText("1 phiếu");
  await expect(card(page, "dot-hai")).toContainText("2 phiếu");
  await expect(card(page, "dot-hai")).toContainText("Đang dùng");

  await card(page, "dot-mot").locator("[data-action=use]").click();
  await expect(staff.area.locator(".where")).toHaveText("Đợt một");
  // Edited beside the current one: it stays beside it.
  await card(page, "dot-hai").locator("[data-action=edit]").click();
  await save(page, { name: "Đợt hai, sửa" });
  await expect(staff.area.locator(".where")).toHaveText("Đợt một");
  await expect(card(page, "dot-hai")).toContainText("Đợt hai, sửa");

  await card(page, "dot-hai").locator("[data-action=forget]").click();
  await expect(cards(page)).toHaveCount(2);
  await expect(staff.value("stored/ballots")).toHaveAttribute("data-value", "3");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(card(page, "dot-hai")).toContainText("2 phiếu");
});

test("another device takes a campaign over from its file, identical; one that differs is said to", async ({ page, browser, baseURL }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  await save(page, PLAN);
  const coming = page.waitForEvent("download");
  await card(page, "quy-4-nam-2026").locator("[data-export=campaign]").click();
  const file = await (await coming).path();

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  const staffThere = new Staff(other);
  await staffThere.open("campaign");
  const choose = other.locator("[data-import=campaign]");
  await choose.setInputFiles(file);
  await expect(other.locator("[data-screen=campaign-received]")).toContainText("2 đơn vị");
  await other.locator("[data-action=take]").click();
  await expect(staffThere.area.locator(".where")).toHaveText("Quý 4 năm 2026 · Quầy 1");
  expect(await kept(other)).toBe(await kept(page));
  expect(await kept(other)).toBe(await readFile(file, "utf8"));

  await choose.setInputFiles(file);
  await expect(other.locator("[data-screen=campaign-received]")).toContainText("đã có đúng đợt này");
  await other.locator("[data-action=leave]").click();
  await save(other, { target: "80" });
  await choose.setInputFiles(file);
  await expect(other.locator("[data-screen=campaign-received]")).toContainText("Khác ở: Kế hoạch. Các phiếu đã thu vẫn giữ nguyên.");
  await other.locator("[data-action=take]").click();
  await expect.poll(() => kept(other)).toBe(await kept(page));
  await context.close();
});

test("another device takes a campaign over by its codes, in any order, identical", async ({ page, browser, baseURL }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  await save(page, PLAN);
  await card(page, "quy-4-nam-2026").locator("[data-action=codes]").click();
  const shown = page.locator(".campaign-code");
  const count = Number(await shown.getAttribute("data-count"));
  const texts = [];
  for (let at = 0; at < count; at += 1) {
    texts.push((await codeOf(shown)).text);
    if (count > 1) await page.locator("[data-action=code-next]").click();
  }
  expect(new Set(texts).size).toBe(count);

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  const staffThere = new Staff(other);
  await staffThere.open("collect/scan");
  for (const [at, text] of texts.reverse().entries()) {
    await other.locator("[name=link]").fill(text);
    await other.locator("[data-action=take]").click();
    if (at + 1 < count) await expect(other.locator(".told")).toHaveAttribute("data-outcome", "part");
  }
  await expect(other.locator("[data-screen=campaign-received]")).toContainText("Quý 4 năm 2026");
  await other.locator("[data-action=take]").click();
  await expect(staffThere.area.locator(".where")).toHaveText("Quý 4 năm 2026 · Quầy 1");
  expect(await kept(other)).toBe(await kept(page));
  await context.close();
});

test("a file that is no campaign is refused with its places, and nothing changes", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  for (const [text, said] of [
    ["not JSON", "JSON"],
    ['{"format": "sipas-campaign/2"}', "newer-format"],
    ['{"format": "sipas-campaign/1", "id": "A", "name": {"vi": "x"}, "questionnaire": "quick"}', "id: bad-code"],
  ]) {
    await page.locator("[data-import=campaign]").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(page.locator("[data-screen=campaign-refused]")).toContainText(said);
  }
  expect(await kept(page)).toBeNull();
});

test("units come from a CSV file", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  const csv = "\ufeffGia Lai;Đức Cơ;1.250\r\nGia Lai;Ia Dơk;900\r\n";
  await page.locator("[data-import=units]").setInputFiles({ name: "don-vi.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.locator("#staff [name=units]")).toHaveValue("Gia Lai > Đức Cơ = 1.250\nGia Lai > Ia Dơk = 900");
  await expect(staff.value("plan/sample")).toHaveAttribute("data-value", "338");
});

test("campaigns survive the loss of local storage", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ name: "Đợt còn mãi", questionnaire: "Đánh giá nhanh" });
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).length && (await sipas.second.page("texts"))[0].filter((key) => key.startsWith("sipas/campaign")).length))
    .toBe(2);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(staff.area.locator(".where")).toHaveText("Đợt còn mãi");
  await page.getByRole("button", { name: "Dùng lại đợt khảo sát có sẵn" }).click();
  await expect(staff.area.locator(".where")).toHaveText("Khảo sát tại quầy");
  await page.reload();
  await expect(staff.area.locator(".where")).toHaveText("Khảo sát tại quầy");
});
