// Full storage: filled to the last unit by other keys before, during and after a survey.
import { test as base, expect } from "@playwright/test";
import { profile, start } from "./chromium.mjs";
import { exported, offered, prepare, stored } from "./ledger.mjs";

const test = base.extend({
  context: async ({ context }, use) => {
    await prepare(context);
    await use(context);
  },
});

/** Other keys take all there is of local storage, down to the last unit; `reserve` and all, where that is asked. */
const fill = (page, { reserve = false } = {}) =>
  page.evaluate((reserve) => {
    // In one go with the filling: the app takes its reserve again as soon as it can.
    if (reserve) localStorage.removeItem("sipas/reserve");
    let size = 1 << 20;
    for (let at = 0; size >= 1; ) {
      try {
        localStorage.setItem(`other/${at}`, "x".repeat(size));
        at += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
    // What is left is less than the shortest key: lengthen a value.
    for (;;) {
      try {
        localStorage.setItem("other/0", `${localStorage.getItem("other/0")}x`);
      } catch {
        return;
      }
    }
  }, reserve);
const free = (page) =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("other/")) localStorage.removeItem(key);
  });
const noRoom = (page) => expect(page.locator("#screen [data-screen=notice]")).toContainText("Bộ nhớ của máy sắp đầy");

test("full before the first survey: none starts, staff are told, and with room it goes on", async ({ page, baseURL }) => {
  await page.goto("./schema/campaign-1.schema.json");
  await fill(page);
  await page.goto("./#/survey/begin");
  await noRoom(page);
  await free(page);
  await page.reload();
  await page.evaluate(() => quick.answer("sau"));
  expect(await stored(page, baseURL)).toBe(1);
});

test("filled during a survey: it is stored from the reserve, and no new one starts", async ({ page, baseURL }) => {
  await page.goto("./#/survey");
  await page.evaluate(() => quick.answerMany(3, "truoc"));
  await page.evaluate(async () => {
    window.send = await quick.fill("y".repeat(1000));
  });
  await fill(page);
  await page.evaluate(async () => {
    send.click();
    await quick.see("#screen [data-screen=thanks]");
  });
  await fill(page);
  await page.goto("./#/survey");
  await page.goto("./#/survey/begin");
  await noRoom(page);
  expect(await stored(page, baseURL)).toBe(4);
  await page.reload();
  expect(await stored(page, baseURL)).toBe(4);
  await free(page);
  expect(await offered(page, baseURL)).toBe(false);
  await page.evaluate(() => quick.answer("sau"));
  expect((await exported(page, baseURL)).sort()).toEqual(["sau", "truoc-0", "truoc-1", "truoc-2", "y".repeat(1000)]);
});

test("filled after surveys, reserve and all: everything stored is still there", async ({ page, baseURL }) => {
  await page.goto("./#/survey");
  await page.evaluate(() => quick.answerMany(3, "truoc"));
  await fill(page, { reserve: true });
  await page.reload();
  expect(await stored(page, baseURL)).toBe(3);
  await page.goto("./#/survey");
  await page.goto("./#/survey/begin");
  await noRoom(page);
  await free(page);
  await page.reload();
  await page.evaluate(() => quick.answer("sau"));
  expect(await stored(page, baseURL)).toBe(4);
});

test("no room at all while sending: said, kept durably, and thanks come with the second try", async ({ page, baseURL }) => {
  await page.goto("./#/survey");
  await page.evaluate(async () => {
    window.send = await quick.fill("khong con cho");
  });
  await fill(page, { reserve: true });
  await page.evaluate(() => send.click());
  await expect(page.locator("#screen [data-screen=not-saved]")).toContainText("Bộ nhớ của máy đã đầy");
  await page.locator("[data-action=retry]").click();
  await expect(page.locator("#screen [data-screen=thanks]")).toBeVisible();
  await free(page);
  await page.reload();
  expect(await exported(page, baseURL)).toEqual(["khong con cho"]);
});

/** A browser whose quota other databases of this origin fill to the last record. */
async function crowded(baseURL, work) {
  const own = await profile();
  const { context, page, close } = await start(own);
  await prepare(context);
  await page.goto(`${baseURL}schema/campaign-1.schema.json`);
  const session = await context.newCDPSession(page);
  const allow = (quotaSize) =>
    session.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL).origin, quotaSize });
  // From the start: Chromium asks for the quota of an open database again only after half a minute.
  await allow(8_000_000);
  const crowd = async () => {
    await page.evaluate(async () => {
      const request = indexedDB.open("other", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("other");
      await new Promise((resolve) => (request.onsuccess = resolve));
      for (let size = 60_000, at = 0; size > 20; at += 1) {
        const kept = await new Promise((resolve) => {
          const writing = request.result.transaction("other", "readwrite");
          writing.objectStore("other").put(crypto.getRandomValues(new Uint8Array(size)), at);
          writing.oncomplete = () => resolve(true);
          writing.onabort = () => resolve(false);
        });
        if (!kept) size = Math.floor(size / 2);
      }
      request.result.close();
    });
  };
  await work(page, crowd, () => allow(1e9));
  await close();
  await own.remove();
}

base("no room in the second engine before a survey: none starts, and with room it goes on", async ({ baseURL }) => {
  await crowded(baseURL, async (page, crowd, empty) => {
    await page.goto(`${baseURL}#/survey`);
    await page.evaluate(() => quick.answer("truoc"));
    await page.goto(`${baseURL}schema/campaign-1.schema.json`);
    await crowd();
    await page.goto(`${baseURL}#/survey`);
    await page.locator("html[data-boot=ready]").waitFor();
    await page.waitForTimeout(500);
    await page.goto(`${baseURL}#/survey/begin`);
    await noRoom(page);
    await empty();
    await page.reload();
    await page.goto(`${baseURL}#/survey`);
    await page.evaluate(() => quick.answer("sau"));
    expect((await exported(page, baseURL)).sort()).toEqual(["sau", "truoc"]);
  });
});

base("no room in the second engine while sending: said, sent at the second try, copied when there is room", async ({ baseURL }) => {
  await crowded(baseURL, async (page, crowd, empty) => {
    await page.goto(`${baseURL}#/survey`);
    await page.evaluate(async () => {
      window.send = await quick.fill("giua");
    });
    await crowd();
    await page.evaluate(() => send.click());
    await expect(page.locator("#screen [data-screen=not-saved]")).toContainText("Bộ nhớ của máy đã đầy");
    await page.locator("#screen [data-action=retry]").click();
    await page.locator("#screen [data-screen=thanks]").waitFor();
    await page.goto(`${baseURL}#/survey`);
    await page.goto(`${baseURL}#/survey/begin`);
    await noRoom(page);
    await empty();
    await page.goto(`${baseURL}#/survey`);
    await page.reload();
    expect(await stored(page, baseURL)).toBe(1);
    // The copy is there now: local storage may go.
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("sipas/g/")) localStorage.removeItem(key);
    });
    await page.reload();
    expect(await exported(page, baseURL)).toEqual(["giua"]);
  });
});
