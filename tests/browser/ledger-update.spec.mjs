// An update and a downgrade of the program: stored ballots and half-done surveys stay.
import { test, expect } from "@playwright/test";
import { exported, offered, prepare, stored } from "./ledger.mjs";
import { serve, sites } from "./server.mjs";

const label = (page) => page.locator("html").getAttribute("data-label");

/** Lets the new build take over, as the button on the front door does. */
async function takeOver(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    registration.waiting.postMessage({ type: "activate" });
    await changed;
  });
}

test("an update with unsent drafts and stored ballots, then a downgrade: both keep everything", async ({ context }) => {
  const site = await serve(sites.current);
  await prepare(context);
  const page = await context.newPage();
  await page.goto(`${site.url}#/survey`);
  await page.evaluate(async () => {
    await quick.answerMany(3, "truoc");
    await navigator.serviceWorker.ready;
    await quick.fill("dang lam");
  });

  await site.deploy(sites.next);
  await takeOver(page);
  await page.goto(`${site.url}#/survey`);
  await page.reload();
  expect(await label(page)).toBe("next");
  expect(await stored(page, site.url)).toBe(3);
  expect(await offered(page, site.url)).toBe(true);
  await page.locator("#screen [data-action=resume]").click();
  await page.locator("#screen [data-action=submit]").click();
  await page.locator("#screen [data-screen=thanks]").waitFor();
  await page.evaluate(async () => {
    (await quick.see("#screen [data-action=again]")).click();
    await quick.see("html[data-app=start]");
    await quick.fill("lai do dang");
  });

  await site.deploy(sites.current);
  await takeOver(page);
  await page.goto(`${site.url}#/survey`);
  await page.reload();
  expect(await label(page)).toBe("");
  expect(await offered(page, site.url)).toBe(true);
  await page.locator("#screen [data-action=resume]").click();
  await expect(page.locator("#screen textarea")).toHaveValue("lai do dang");
  expect((await exported(page, site.url)).sort()).toEqual(["dang lam", "truoc-0", "truoc-1", "truoc-2"]);
  await site.remove();
});

test("a tab of the old build and one of the new write side by side", async ({ context }) => {
  const site = await serve(sites.current);
  await prepare(context);
  const old = await context.newPage();
  await old.goto(`${site.url}#/survey`);
  await old.evaluate(async () => {
    await quick.answerMany(2, "cu");
    await navigator.serviceWorker.ready;
  });
  await site.deploy(sites.next);
  await takeOver(old);
  const young = await context.newPage();
  await young.goto(`${site.url}#/survey`);
  expect([await label(old), await label(young)]).toEqual(["", "next"]);
  await Promise.all([old.evaluate(() => quick.answerMany(10, "cu-sau")), young.evaluate(() => quick.answerMany(10, "moi"))]);
  expect(await stored(young, site.url)).toBe(22);
  expect(await exported(young, site.url)).toHaveLength(22);
  await site.remove();
});
