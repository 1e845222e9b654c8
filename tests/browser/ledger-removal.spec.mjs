// Removing is never silent: an archive read back, a number typed, and a way back for 30 days. And odd clocks.
import { test as base, expect } from "@playwright/test";
import { exported, prepare, stored } from "./ledger.mjs";

const test = base.extend({
  context: async ({ context }, use) => {
    await prepare(context);
    await use(context);
  },
});

const START = new Date("2026-11-21T08:00:00+07:00");
const DAY = 86_400_000;

const answer = (page, count, name) => page.evaluate(([count, name]) => quick.answerMany(count, name), [count, name]);

async function health(page) {
  await page.goto("./#/staff/health");
  await page.locator("#staff dl.health").waitFor();
}

const figure = (page, name) => page.locator(`#staff [data-figure="health/${name}"]`);

/** Archives everything; resolves when the number can be typed. */
async function archive(page) {
  await health(page);
  await page.locator("[data-action=archive][data-questionnaire=quick]").click();
  await page.locator("[name=confirm-removal]").waitFor();
}

/** The keys of the second engine's ballots. */
const second = (page) =>
  page.evaluate(async () => {
    const request = indexedDB.open("sipas");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const keys = request.result.transaction("ballots").objectStore("ballots").getAllKeys();
    await new Promise((resolve) => (keys.onsuccess = resolve));
    request.result.close();
    return keys.result;
  });
const groups = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("sipas/g/")).length);

test("ballots leave only archived and typed, and come back", async ({ page, baseURL }) => {
  await page.goto("./#/survey");
  await answer(page, 5, "phieu");
  await archive(page);
  const button = page.locator("[data-action=remove]");
  await expect(button).toBeDisabled();
  for (const wrong of ["", "4", "55", "năm"]) {
    await page.locator("[name=confirm-removal]").fill(wrong);
    await expect(button).toBeDisabled();
  }
  const opening = await page.evaluate(async () => [...new Uint8Array(await quick.files.at(-1).arrayBuffer())].slice(0, 11));
  expect(opening).toEqual([0x89, ...Buffer.from("SIPAS\r\n\x1a\n"), 1]);
  // A ballot that comes after the archive is not in it and stays.
  const other = await page.context().newPage();
  await other.goto("./#/survey");
  await answer(other, 1, "muon");
  await other.close();
  await page.locator("[name=confirm-removal]").fill("5");
  await button.click();
  const count = page.locator('#staff .safety [data-figure="stored/ballots"]');
  await expect(count).toHaveAttribute("data-value", "1");
  await expect(page.locator("[data-restorable]")).toHaveAttribute("data-restorable", "5");
  await page.reload();
  expect(await stored(page, baseURL)).toBe(1);
  expect(await second(page)).toHaveLength(6);

  // Neither engine's older copy brings them back: marks stand in both.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("sipas/g/") || key.startsWith("sipas/m/")) localStorage.removeItem(key);
  });
  await page.reload();
  expect(await stored(page, baseURL)).toBe(1);

  await health(page);
  await page.locator("[data-action=restore]").click();
  await expect(count).toHaveAttribute("data-value", "6");
  await page.reload();
  const expected = ["muon-0", ...Array.from({ length: 5 }, (_, at) => `phieu-${at}`)];
  expect((await exported(page, baseURL)).sort()).toEqual(expected);
});

test("removed ballots give their room back", async ({ page, baseURL }) => {
  await page.goto("./#/survey");
  await answer(page, 5, "phieu");
  expect(await groups(page)).toBeGreaterThan(0);
  await archive(page);
  await page.locator("[name=confirm-removal]").fill("5");
  await page.locator("[data-action=remove]").click();
  await page.locator("[data-restorable]").waitFor();
  expect(await groups(page)).toBe(0);
  expect(await stored(page, baseURL)).toBe(0);
});

test("restorable for 30 days of the device's own count, gone after; a jump of the clock counts for a week", async ({ page, baseURL }) => {
  await page.clock.install({ time: START });
  await page.goto("./#/survey");
  await answer(page, 3, "phieu");
  await archive(page);
  await page.locator("[name=confirm-removal]").fill("3");
  await page.locator("[data-action=remove]").click();
  await page.locator("[data-restorable]").waitFor();

  // Each visit a minute later in its day, so that the time a page takes to load never makes a day shorter.
  let later = 0;
  const open = async (time) => {
    later += 60_000;
    await page.clock.setSystemTime(new Date(time.getTime() + later));
    await page.reload();
    await health(page);
  };
  // Five years at once, and back.
  await open(new Date(START.getTime() + 5 * 365 * DAY));
  await expect(page.locator("[data-restorable]")).toContainText("23 ngày");
  await open(START);
  await expect(page.locator("[data-restorable]")).toContainText("23 ngày");
  for (const days of [7, 14, 21, 22]) await open(new Date(START.getTime() + days * DAY));
  await expect(page.locator("[data-restorable]")).toContainText("1 ngày");
  expect(await second(page)).toHaveLength(3);
  await open(new Date(START.getTime() + 23 * DAY));
  await expect(page.locator("[data-restorable]")).toHaveCount(0);
  expect(await second(page)).toHaveLength(0);
  expect(await stored(page, baseURL)).toBe(0);
});

test("a clock that jumps: nothing lost, doubled or moved, odd times flagged", async ({ page, baseURL }) => {
  const at = async (time, name) => {
    await page.clock.setSystemTime(new Date(time));
    await answer(page, 2, name);
  };
  await page.clock.install({ time: START });
  await page.goto("./#/survey");
  await at("2026-11-21T08:00:00+07:00", "dung");
  await at("2041-01-01T00:00:00+07:00", "tuong-lai");
  await at("2001-01-01T00:00:00+07:00", "qua-khu");
  await at("2026-11-21T09:00:00+07:00", "lai-dung");
  await page.reload();
  await health(page);
  await expect(figure(page, "too-early")).toHaveAttribute("data-value", "2");
  await expect(figure(page, "too-late")).toHaveAttribute("data-value", "2");
  await expect(figure(page, "jumps")).toHaveAttribute("data-value", "1");
  expect(await stored(page, baseURL)).toBe(8);
  expect(await exported(page, baseURL)).toHaveLength(8);
});

test("the health page: both copies, room, protection, exports, what cannot be read", async ({ page, baseURL }) => {
  await page.clock.install({ time: START });
  await page.goto("./#/survey");
  await answer(page, 3, "phieu");
  await page.goto("./#/staff");
  await page.locator("[data-action=health]").click();
  await expect(page.locator("[data-health]")).toHaveAttribute("data-health", "well");
  for (const copy of ["first", "second"]) await expect(figure(page, copy)).toHaveAttribute("data-value", "3");
  expect(Number(await figure(page, "room").getAttribute("data-value"))).toBeGreaterThan(200_000);
  await expect(page.locator("[data-row=persisted]")).not.toBeEmpty();
  await expect(page.locator("[data-row=exported]")).toContainText("chưa có");
  await expect(page.locator("[data-row=saved]")).toContainText("21/11/2026 08:00");

  await page.clock.setSystemTime(new Date(START.getTime() + 8 * DAY));
  await page.reload();
  await expect(page.locator("[data-health=remind]")).toContainText("8 ngày");
  await exported(page, baseURL);
  await health(page);
  await expect(page.locator("[data-health=remind]")).toHaveCount(0);
  await expect(page.locator("[data-row=exported]")).toContainText("29/11/2026 08:00 · 3 phiếu");

  // A record of the second engine that cannot be read stays; the ballot gets another beside it.
  const key = (await second(page))[0];
  await page.evaluate(async (key) => {
    const request = indexedDB.open("sipas");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const writing = request.result.transaction("ballots", "readwrite");
    writing.objectStore("ballots").put(Uint8Array.from([1, 2, 3]), key);
    await new Promise((resolve) => (writing.oncomplete = resolve));
    request.result.close();
  }, key);
  await page.reload();
  await health(page);
  await expect(figure(page, "unreadable")).toHaveAttribute("data-value", "1");
  await expect(figure(page, "second")).toHaveAttribute("data-value", "3");
  expect(await second(page)).toHaveLength(4);
  await page.locator("[data-export=unreadable]").click();
  const text = await page.evaluate(() => quick.files.at(-1).text());
  expect(JSON.parse(text)).toEqual({ key, bytes: [1, 2, 3] });
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("sipas/g/")) localStorage.removeItem(key);
  });
  await page.reload();
  expect(await stored(page, baseURL)).toBe(3);
});
