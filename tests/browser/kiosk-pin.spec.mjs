// The way out of the kiosk: only by the PIN, whatever a person without developer's tools tries.
import { expect, test } from "./page.mjs";
import { Kiosk, PIN } from "./kiosk.mjs";
import { prepare } from "./ledger.mjs";

test.beforeEach(async ({ context }) => prepare(context));

/** A locked tablet; its recovery code. */
async function locked(page) {
  const kiosk = new Kiosk(page);
  await kiosk.openSettings();
  const code = await kiosk.setPin();
  await kiosk.start();
  return { kiosk, code };
}

const ELSEWHERE = ["", "/", "/survey", "/survey/begin", "/staff", "/staff/results", "/staff/data", "/staff/collect/kiosk", "/display", "/kiosks", "/kiosk/../staff", "//staff", "/%73taff", "staff"];

/** Only the waiting tablet is there, and nothing of the staff's. */
async function isHeld(page, kiosk) {
  await expect(kiosk.waiting).toBeVisible();
  await expect(page.locator("#staff")).toBeEmpty();
  await expect(page.locator("#start")).toBeHidden();
  expect(new URL(page.url()).hash).toMatch(/^#\/kiosk$/);
}

test("no address, reload or new visit leads out", async ({ page }) => {
  const { kiosk } = await locked(page);
  for (const fragment of ELSEWHERE) {
    // Typed while it runs.
    await page.evaluate((fragment) => (location.hash = fragment), fragment);
    await isHeld(page, kiosk);
    // Opened anew.
    await page.goto("about:blank");
    await page.goto(`./#${fragment}`);
    await isHeld(page, kiosk);
  }
  await page.reload();
  await isHeld(page, kiosk);
});

test("Back and Forward lead nowhere else", async ({ page }) => {
  const { kiosk } = await locked(page);
  await page.locator("#kiosk h1").click();
  for (let times = 0; times < 3; times += 1) {
    await page.goBack().catch(() => {});
    await isHeld(page, kiosk);
  }
  // Far back at once, to the staff's page it was started from.
  await page.evaluate(() => history.go(-2));
  await isHeld(page, kiosk);
  await page.goForward().catch(() => {});
  await isHeld(page, kiosk);
});

test("a second window, open before or opened after, leads to the kiosk as well", async ({ page, context }) => {
  const before = await context.newPage();
  await before.goto("./#/staff/results");
  await expect(before.locator("#staff h1")).toBeVisible();
  const { kiosk } = await locked(page);
  await isHeld(before, new Kiosk(before));
  const after = await context.newPage();
  await after.goto("./#/staff/data");
  await isHeld(after, new Kiosk(after));
  await isHeld(page, kiosk);
});

test("made-up storage events open nothing", async ({ page }) => {
  const { kiosk } = await locked(page);
  await page.evaluate(() => {
    for (const key of [null, "sipas/kiosk", "sipas/kiosk-set"]) dispatchEvent(new StorageEvent("storage", { key, oldValue: "1", newValue: null }));
  });
  await isHeld(page, kiosk);
  await page.evaluate(() => (location.hash = "/staff"));
  await isHeld(page, kiosk);
});

test("a wiped local storage is brought back from the second engine, lock and tries included", async ({ page }) => {
  const { kiosk } = await locked(page);
  await kiosk.knock();
  for (const wrong of ["1111", "2222", "3333"]) await kiosk.type(wrong);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await page.goto("./#/staff/results");
  await isHeld(page, kiosk);
  await kiosk.knock();
  expect(await kiosk.wait()).toBeGreaterThan(20);
});

test("after three wrong PINs there is a wait, which no reload, window or clock makes shorter", async ({ page, context }) => {
  await page.clock.install();
  const { kiosk } = await locked(page);
  const second = await context.newPage();
  await second.clock.install();
  await second.goto("./#/kiosk");
  const other = new Kiosk(second);
  await other.knock();
  await kiosk.knock();
  for (const wrong of ["1111", "2222", "3333"]) await kiosk.type(wrong);
  expect(await kiosk.wait()).toBeGreaterThan(25);
  await expect(kiosk.exit.locator("[name=kiosk-secret]")).toBeDisabled();
  await expect(kiosk.exit.locator("[data-action=exit-kiosk]")).toBeDisabled();

  // A window that came before the wrong tries has to wait as well, even with the right PIN.
  await other.exit.locator("[name=kiosk-secret]").fill(PIN);
  await other.exit.locator("[data-action=exit-kiosk]").click();
  await expect.poll(() => other.wait()).toBeGreaterThan(25);
  await expect(second.locator("#staff")).toBeEmpty();
  await second.close();

  // Another time of day.
  for (const time of ["2030-01-01T00:00:00Z", "2020-01-01T00:00:00Z"]) {
    await page.clock.setSystemTime(new Date(time));
    await page.clock.runFor(1_000);
    expect(await kiosk.wait()).toBeGreaterThan(20);
  }

  // A reload begins the wait anew.
  await page.clock.runFor(10_000);
  await page.reload();
  await expect(kiosk.waiting).toBeVisible();
  await kiosk.knock();
  expect(await kiosk.wait()).toBeGreaterThan(25);

  // It grows with the next wrong one.
  const keepOpen = async (secs) => {
    for (let gone = 0; gone < secs; gone += 20) {
      await page.clock.runFor(20_000);
      await kiosk.exit.locator("h1").click();
    }
  };
  await keepOpen(31);
  expect(await kiosk.wait()).toBe(0);
  await kiosk.type("4444");
  expect(await kiosk.wait()).toBeGreaterThan(50);
  await keepOpen(61);
  await kiosk.exit.locator("[name=kiosk-secret]").fill(PIN);
  await kiosk.exit.locator("[data-action=exit-kiosk]").click();
  await expect(page.locator("#staff h1")).toBeVisible();

  // Forgotten with the right one.
  await kiosk.openSettings();
  await kiosk.start();
  await kiosk.knock();
  expect(await kiosk.wait()).toBe(0);
});

test("the right PIN, typed or on the keys, opens the staff's pages in every window", async ({ page, context }) => {
  const { kiosk } = await locked(page);
  await kiosk.knock();
  for (const digit of PIN) await kiosk.exit.locator(`[data-key="${digit}"]`).click();
  await kiosk.exit.locator("[data-action=exit-kiosk]").click();
  await expect(page.locator("#staff h1")).toBeVisible();
  const other = await context.newPage();
  await other.goto("./#/staff/results");
  await expect(other.locator("#staff h1")).toBeVisible();
  await page.reload();
  await expect(page.locator("#staff h1")).toBeVisible();
});

test("the recovery code opens without a wait, takes the PIN away and leaves every ballot", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}#/survey`);
  await page.evaluate(() => quick.answer("còn nguyên"));
  await page.goto("about:blank");
  const { kiosk, code } = await locked(page);
  await kiosk.knock();
  for (const wrong of ["1111", "2222", "3333"]) await kiosk.type(wrong);
  await kiosk.exit.locator("[data-action=forgotten]").click();
  await kiosk.type("AAAAA-AAAAA");
  await expect(kiosk.exit).toContainText("Mã khôi phục chưa đúng");
  await kiosk.exit.locator("[name=kiosk-secret]").fill(code.toLowerCase().replace("-", " "));
  await kiosk.exit.locator("[data-action=exit-kiosk]").click();
  await expect(page.locator("#staff h1")).toBeVisible();
  await expect(page.locator('[data-figure="stored/ballots"]')).toHaveText("1");
  await kiosk.openSettings();
  await expect(page.locator("[data-pin=none]")).toBeVisible();
});

test("the PIN is kept only as a slow, salted hash", async ({ page }) => {
  const { kiosk } = await locked(page);
  const stored = await page.evaluate(() => localStorage["sipas/kiosk-set"]);
  const found = Object.fromEntries(stored.split("\n").map((line) => line.split("=")));
  const [rounds, salt, hash] = found.pin.split(" ");
  expect(Number(rounds)).toBeGreaterThanOrEqual(600_000);
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(found.recovery.split(" ")[1]).not.toBe(salt);
  expect(stored).not.toContain(PIN);
  // RFC 7914, section 11: the published vector of PBKDF2-HMAC-SHA-256, as far as 256 bits of it.
  const known = await page.evaluate(() => sipas.kiosk("hash", "1 73616c74 passwd"));
  expect(known).toBe("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
  const took = await page.evaluate(async (argument) => {
    const before = performance.now();
    await sipas.kiosk("hash", argument);
    return performance.now() - before;
  }, `${rounds} ${salt} ${PIN}`);
  test.info().annotations.push({ type: "one hash", description: `${Math.round(took)} ms, ${rounds} rounds` });
  await isHeld(page, kiosk);
});

test("five presses of a key open it too, and nobody's patience is needed to close it", async ({ page }) => {
  await page.clock.install();
  const { kiosk } = await locked(page);
  await page.locator("#kiosk [data-action=leave-kiosk]").focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("Enter");
  await expect(kiosk.exit).toBeVisible();
  await page.clock.runFor(31_000);
  await expect(kiosk.exit).toHaveCount(0);
  await isHeld(page, kiosk);
});
