// Power cuts: the whole browser killed after thanks, and between send and thanks.
import { test, expect } from "@playwright/test";
import { pause, profile, start } from "./chromium.mjs";
import { engines, exported, offered, prepare, stored } from "./ledger.mjs";

async function open(own) {
  const browser = await start(own);
  await prepare(browser.context);
  return browser;
}

for (const [delay, tries] of [
  [0, 14],
  [50, 12],
  [500, 10],
  [3000, 6],
]) {
  test(`killed ${delay} ms after thanks: nothing lost, nothing doubled`, async ({ baseURL }) => {
    test.setTimeout(480_000);
    const own = await profile({ quick: true });
    // Each start looks at what the kill before has left; one more start looks at the last.
    for (let at = 0; at <= tries; at += 1) {
      const browser = await open(own);
      const now = await stored(browser.page, baseURL);
      expect(now, await engines(browser.page)).toBe(at);
      if (at === tries) {
        const expected = Array.from({ length: tries }, (_, at) => `phieu-${at}`);
        expect((await exported(browser.page, baseURL)).sort()).toEqual(expected.sort());
      }
      expect(await offered(browser.page, baseURL)).toBe(false);
      if (at < tries) {
        await browser.page.evaluate((name) => quick.answer(name), `phieu-${at}`);
        await pause(delay);
      }
      await browser.kill();
    }
    await own.remove();
  });
}

test("killed between send and thanks: the ballot is there once, or its draft is offered", async ({ baseURL }) => {
  test.setTimeout(480_000);
  const own = await profile({ quick: true });
  let count = 0;
  const outcomes = { stored: 0, offered: 0 };
  let pressed = false;
  const moments = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 25, 30];
  for (const delay of [...moments, undefined]) {
    const browser = await open(own);
    const { page } = browser;
    const now = await stored(page, baseURL);
    const told = await engines(page);
    const isOffered = await offered(page, baseURL);
    if (pressed) {
      outcomes[isOffered ? "offered" : "stored"] += 1;
      if (isOffered) {
        expect(now, told).toBe(count);
        await page.locator("[data-action=resume]").click();
        await expect(page.locator("#screen textarea")).toHaveValue(`phieu-${count}`);
        await page.locator("[data-action=submit]").click();
        await page.locator("[data-screen=thanks]").waitFor();
        expect(await stored(page, baseURL)).toBe(count + 1);
        expect(await offered(page, baseURL)).toBe(false);
      } else {
        expect(now, told).toBe(count + 1);
      }
      count += 1;
    }
    if (delay !== undefined) {
      await page.evaluate(async (name) => {
        window.send = await quick.fill(name);
      }, `phieu-${count}`);
      // No person presses sooner.
      await pause(100);
      const sent = page.evaluate(() => setTimeout(() => send.click(), 10)).catch(() => {});
      await Promise.race([sent, pause(1000)]);
      pressed = true;
      await pause(10 + delay);
    }
    await browser.kill();
  }
  const last = await open(own);
  const expected = Array.from({ length: count }, (_, at) => `phieu-${at}`);
  expect((await exported(last.page, baseURL)).sort()).toEqual(expected.sort());
  await last.close();
  await own.remove();
  console.log(`killed between send and thanks: ${JSON.stringify(outcomes)}`);
});
