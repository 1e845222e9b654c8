// Power cuts while a corrective plan is being typed: the whole browser killed at several moments.
import { test, expect } from "@playwright/test";
import { pause, profile, start } from "./chromium.mjs";
import { bring, quarter, varied, weighed } from "./quarters.mjs";
import { Staff } from "./staff.mjs";

/** What was typed longer ago than this is there after a kill. */
const WITHIN_MS = 500;
/** Between two letters. */
const LETTER_MS = 25;
/** Between the last letter seen and the kill; nothing where the typing goes on meanwhile. */
const MOMENTS = [undefined, 0, 60, WITHIN_MS];

test("a plan is killed in mid-edit: at most the last half second of typing is missing", async ({ baseURL }) => {
  test.setTimeout(240_000);
  const own = await profile({ quick: true });
  let browser = await start(own);
  const staff = new Staff(browser.page, { home: baseURL });
  await bring(browser.page, staff, quarter("quy-3.csv", { month: "08", count: 60, from: 0, level: varied(4) }));
  await staff.open("plan?period=2026-Q3");
  await weighed(browser.page);
  await browser.page.locator("[data-priority=results_2] input").check();
  await browser.page.locator("[data-action=draft-plan]").click();
  await browser.page.locator("[data-item='0']").waitFor();
  const address = browser.page.url();
  let there = "";
  const missing = [];
  for (const [at, moment] of MOMENTS.entries()) {
    const { page } = browser;
    const lead = page.locator("[data-item='0'] [name=lead]");
    await lead.focus();
    await page.keyboard.press("End");
    const more = `${at}. Văn phòng HĐND-UBND và Bưu điện xã; `;
    const typing = page.keyboard.type(more, { delay: LETTER_MS }).catch(() => {});
    if (moment === undefined) await pause(more.length * LETTER_MS * 0.7);
    else await typing;
    const seen = await lead.inputValue();
    await pause(moment ?? 0);
    await browser.kill();

    browser = await start(own);
    await browser.page.goto(address);
    const now = browser.page.locator("[data-item='0'] [name=lead]");
    await now.waitFor();
    const value = await now.inputValue();
    // What is there is what was typed, from its beginning.
    expect((there + more).startsWith(value), `${moment}: ${value}`).toBe(true);
    const most = Math.max(0, Math.ceil((WITHIN_MS - (moment ?? 0)) / LETTER_MS));
    missing.push(seen.length - value.length);
    expect(seen.length - value.length, `${moment} ms`).toBeLessThanOrEqual(most);
    there = value;
    // The ballots beside it are untouched.
    await expect(browser.page.locator('#staff .safety [data-figure="stored/ballots"]')).toHaveAttribute("data-value", "60");
  }
  await browser.close();
  await own.remove();
  console.log(`letters missing after ${MOMENTS.map((moment) => moment ?? "mid-typing")} ms: ${missing}`);
});
