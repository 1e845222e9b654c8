// What the tests of the no-loss ledger share: the quick survey answered fast, and what the device then holds.
import { expect } from "@playwright/test";

/** A campaign that asks one question and a comment: the shortest way to a ballot. */
export const campaign = JSON.stringify({
  format: "sipas-campaign/1",
  id: "thu-nghiem",
  name: { vi: "Thử nghiệm", en: "Trial" },
  questionnaire: "quick",
  fields: [],
});

/** Runs in every page of a context: the campaign, and `quick`, which answers as fast as the page goes. */
export async function prepare(context) {
  await context.addInitScript((campaign) => {
    if (!location.protocol.startsWith("http")) return;
    if (!localStorage.getItem("sipas/campaign")) {
      try {
        localStorage.setItem("sipas/campaign", campaign);
      } catch {
        // A test that fills the storage has set it before.
      }
    }
    const see = (selector) =>
      new Promise((resolve) => {
        const find = () => {
          const found = document.querySelector(selector);
          if (found) {
            watch.disconnect();
            resolve(found);
          }
        };
        const watch = new MutationObserver(find);
        watch.observe(document, { childList: true, subtree: true, attributes: true });
        find();
      });
    const files = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      files.push(blob);
      return make.call(URL, blob);
    };
    window.quick = {
      see,
      files,
      /** To the last screen, with the comment written. */
      async fill(comment, level = 5) {
        if (location.hash !== "#/survey/begin") location.hash = "#/survey/begin";
        (await see(`#screen [data-criterion=overall] input[value="${level}"]`)).click();
        (await see("#screen [data-action=next]")).click();
        const area = await see("#screen textarea");
        area.value = comment;
        area.dispatchEvent(new Event("input", { bubbles: true }));
        return see("#screen [data-action=submit]");
      },
      /** One whole ballot; resolves when thanks are shown. */
      async answer(comment) {
        (await quick.fill(comment)).click();
        await see("#screen [data-screen=thanks]");
      },
      async answerMany(count, name) {
        for (let at = 0; at < count; at += 1) {
          await quick.answer(`${name}-${at}`);
          (await see("#screen [data-action=again]")).click();
          await see("html[data-app=start]");
        }
      },
    };
  }, campaign);
}

/** The count in the head of the staff's pages, once both engines are united. */
export async function stored(page, url) {
  if (url) await page.goto(`${url}#/staff/data`);
  const figure = page.locator('#staff .safety [data-figure="stored/ballots"]');
  return Number(await figure.getAttribute("data-value"));
}

/** The comments of all ballots in the exported file, in its order; every id must be another. */
export async function exported(page, url) {
  await page.goto(`${url}#/staff/data`);
  await page.locator('[data-export=csv][data-questionnaire=quick]').click();
  const text = await page.waitForFunction(() => quick.files.at(-1)?.text());
  const rows = (await text.jsonValue()).trim().split("\r\n").map((row) => row.replace(/^\ufeff/, "").split(","));
  const at = rows[0].indexOf("comment");
  const ids = rows.slice(1).map((row) => row[rows[0].indexOf("ballot_id")]);
  expect(new Set(ids).size).toBe(ids.length);
  return rows.slice(1).map((row) => row[at]);
}

/** Whether the citizen is offered a half-done survey. */
export async function offered(page, url) {
  await page.goto(`${url}#/survey`);
  await page.goto(`${url}#/survey/begin`);
  const screen = page.locator("#screen [data-screen=resume], #screen [data-criterion]");
  await screen.waitFor();
  return (await page.locator("#screen [data-screen=resume]").count()) === 1;
}

/** What the engines themselves say, for the message of a test that misses ballots. */
export const engines = (page) =>
  page.evaluate(async () => {
    const told = { second: await sipas.second.status(), local: Object.keys(localStorage) };
    try {
      told.ids = (await sipas.second.ids()).length;
      told.texts = (await sipas.second.page("texts", "", 99))[0];
    } catch (error) {
      told.failed = String(error);
    }
    told.page = document.querySelector("#staff .safety")?.innerText;
    return JSON.stringify(told);
  });
