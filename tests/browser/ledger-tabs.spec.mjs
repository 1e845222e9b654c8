// Several tabs of one device at once.
import { test as base, expect } from "@playwright/test";
import { exported, offered, prepare, stored } from "./ledger.mjs";

const test = base.extend({
  context: async ({ context }, use) => {
    await prepare(context);
    await use(context);
  },
});

const MANY = 100;

test("two tabs sending 100 ballots each at once: exactly their sum, and a third tab's count follows", async ({ context, baseURL }) => {
  const [one, two, staff] = [await context.newPage(), await context.newPage(), await context.newPage()];
  expect(await stored(staff, baseURL)).toBe(0);
  for (const tab of [one, two]) await tab.goto(`${baseURL}#/survey`);
  const send = (tab, name) => tab.evaluate(([count, name]) => quick.answerMany(count, name), [MANY, name]);
  await Promise.all([send(one, "mot"), send(two, "hai")]);
  const figure = staff.locator('#staff .safety [data-figure="stored/ballots"]');
  await expect(figure).toHaveAttribute("data-value", String(2 * MANY));
  const expected = ["mot", "hai"].flatMap((name) => Array.from({ length: MANY }, (_, at) => `${name}-${at}`));
  expect((await exported(staff, baseURL)).sort()).toEqual(expected.sort());
  await staff.reload();
  expect(await stored(staff)).toBe(2 * MANY);
});

test("a draft being answered in one tab is not offered in another, until that tab is gone", async ({ context, baseURL }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto(`${baseURL}#/survey`);
  await two.goto(`${baseURL}#/survey`);
  await one.evaluate(() => quick.fill("mot"));
  expect(await offered(two, baseURL)).toBe(false);
  await two.evaluate(() => quick.fill("hai"));
  // Reloaded, each tab finds its own and never the other's.
  await two.goto(`${baseURL}#/survey`);
  await two.reload();
  await two.goto(`${baseURL}#/survey/begin`);
  await two.locator("#screen [data-action=resume]").click();
  await expect(two.locator("#screen textarea")).toHaveValue("hai");
  await two.evaluate(() => quick.see("#screen [data-action=submit]").then((button) => button.click()));
  await two.locator("#screen [data-screen=thanks]").waitFor();
  expect(await offered(two, baseURL)).toBe(false);
  await one.close();
  await two.reload();
  expect(await offered(two, baseURL)).toBe(true);
  await two.locator("#screen [data-action=resume]").click();
  await expect(two.locator("#screen textarea")).toHaveValue("mot");
});

test("a draft offered in two tabs at once is gone on with in one only", async ({ context, baseURL }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto(`${baseURL}#/survey`);
  await one.evaluate(() => quick.fill("mot"));
  await one.goto(`${baseURL}#/survey`);
  for (const tab of [one, two]) {
    await tab.goto(`${baseURL}#/survey`);
    expect(await offered(tab, baseURL)).toBe(true);
  }
  for (const tab of [one, two]) await tab.locator("#screen [data-action=resume]").click();
  await expect(one.locator("#screen textarea")).toHaveValue("mot");
  // The other tab begins a survey of its own.
  await two.evaluate(() => quick.answer("hai"));
  await one.locator("#screen [data-action=submit]").click();
  await one.locator("#screen [data-screen=thanks]").waitFor();
  expect((await exported(one, baseURL)).sort()).toEqual(["hai", "mot"]);
});
