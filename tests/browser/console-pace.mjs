// How quick the results console is: `node console-pace.mjs FILE [RATE]` prints one `name value` pair a line.
// FILE is local storage's content made by the example `console_ballots`; RATE slows the processor down (4).
import { readFile } from "node:fs/promises";
import { profile, start } from "./chromium.mjs";
import { seed } from "./console.mjs";
import { serve, sites } from "./server.mjs";

const [file, rate = "4"] = process.argv.slice(2);
const site = await serve(sites.current);
const own = await profile();
const browser = await start(own);
const { page } = browser;
await seed(page, await readFile(file, "utf8"), site.url);
await page.goto(`${site.url}#/staff/results`);
await page.locator(".results[data-address]").waitFor({ timeout: 600_000 });
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: Number(rate) });
await page.evaluate(() => {
  window.long = [];
  new PerformanceObserver((list) => window.long.push(...list.getEntries().map((one) => [one.startTime, one.duration]))).observe({ entryTypes: ["longtask"] });
});

/** Goes to an address; milliseconds until its figures are painted, and the longest tasks meanwhile. */
const change = (address) =>
  page.evaluate(async (address) => {
    const results = document.querySelector(".results");
    const from = performance.now();
    location.hash = `/staff/results${address && `?${address}`}`;
    await new Promise((done) => {
      const look = () => (results.dataset.address === address ? done() : requestAnimationFrame(look));
      look();
    });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const taken = performance.now() - from;
    await new Promise((done) => setTimeout(done, 300));
    return [taken, Math.max(0, ...window.long.filter(([at]) => at >= from - 1).map(([, long]) => long))];
  }, address);

for (const [name, address] of [
  ["field", "field=thue"],
  ["all", ""],
  ["unit", "unit=gia-lai/nam"],
  ["month", "month=2026-10"],
  ["respondents", "r.gender=female"],
  ["mean_of_criteria", "formula=mean-of-criteria"],
  ["view_criteria", "view=criteria"],
  ["view_units", "view=units"],
  ["view_units_of_field", "view=units&field=thue"],
  ["view_weeks", "view=time&step=week"],
  ["view_comments", "view=comments"],
  ["view_quality_first", "view=quality"],
  ["view_quality", "view=quality&field=thue"],
]) {
  const [taken, longest] = await change(address);
  console.log(`console_${name}_painted_millis ${taken.toFixed(0)}`);
  console.log(`console_${name}_longest_task_millis ${longest.toFixed(0)}`);
}
await browser.close();
await site.remove();
