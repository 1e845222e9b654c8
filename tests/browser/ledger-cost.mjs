// What the ledger costs in a real browser: `node ledger-cost.mjs COUNT=FILE…` prints one `name value` pair a line.
// Each FILE is local storage's content with COUNT ballots, written by the example `ledger_cost`.
import { readFile } from "node:fs/promises";
import { profile, start } from "./chromium.mjs";
import { prepare, stored } from "./ledger.mjs";
import { serve, sites } from "./server.mjs";

const site = await serve(sites.current);
const median = (times) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)];

/** Milliseconds from the page's beginning to the start screen's program, and to the staff's united figure. */
async function openings(page) {
  await page.goto(`${site.url}#/survey`);
  await page.reload();
  await page.locator("html[data-boot=ready]").waitFor();
  const program = await page.evaluate(() => performance.now());
  const before = Date.now();
  await stored(page, site.url);
  return [program, Date.now() - before];
}

let first;
for (const argument of ["0=", ...process.argv.slice(2)]) {
  const [count, file] = argument.split("=");
  const own = await profile();
  const browser = await start(own);
  await prepare(browser.context);
  const { page } = browser;
  if (file) {
    await page.goto(`${site.url}schema/campaign-1.schema.json`);
    await page.evaluate((content) => Object.entries(content).forEach(([key, value]) => localStorage.setItem(key, value)), JSON.parse(await readFile(file, "utf8")));
    const before = Date.now();
    if ((await stored(page, site.url)) !== Number(count)) throw new Error("not all are there");
    console.log(`browser_first_union_of_${count}_millis ${Date.now() - before}`);
  }
  const seen = [];
  for (let at = 0; at < 5; at += 1) seen.push(await openings(page));
  console.log(`browser_open_${count}_millis ${median(seen.map((one) => one[0])).toFixed(0)}`);
  console.log(`browser_staff_figure_${count}_millis ${median(seen.map((one) => one[1]))}`);
  await page.goto(`${site.url}#/survey`);
  const sending = await page.evaluate(async () => {
    const times = [];
    for (let at = 0; at < 40; at += 1) {
      const button = await quick.fill(`${at}`);
      // The draft's own writes are done when the person has read the screen.
      await new Promise((done) => setTimeout(done, 30));
      const before = performance.now();
      button.click();
      await quick.see("#screen [data-screen=thanks]");
      times.push(performance.now() - before);
      (await quick.see("#screen [data-action=again]")).click();
      await quick.see("html[data-app=start]");
    }
    return times;
  });
  const cost = median(sending);
  first ??= cost;
  console.log(`browser_send_at_${count}_millis ${cost.toFixed(1)}`);
  console.log(`browser_send_at_${count}_ratio ${(cost / first).toFixed(2)}`);
  await browser.close();
  await own.remove();
}
await site.remove();
