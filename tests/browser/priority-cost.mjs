// What to improve first of many ballots: `node priority-cost.mjs STORE RUNS` prints `name value` pairs (see
// `cargo xtask bench priorities`). STORE is local storage's content as JSON. The pointer moves and a key is pressed all the while.
import { readFile } from "node:fs/promises";
import { profile, start } from "./chromium.mjs";
import { serve, sites } from "./server.mjs";

const [store, runs] = process.argv.slice(2);
const content = await readFile(store, "utf8");
const site = await serve(sites.current);
const seen = {};
const note = (name, value) => (seen[name] ??= []).push(value);

for (let run = 0; run < Number(runs); run += 1) {
  const own = await profile();
  const browser = await start(own);
  const { page } = browser;
  page.setDefaultTimeout(120_000);
  await page.goto(site.url);
  await page.evaluate((content) => {
    for (const [key, value] of Object.entries(JSON.parse(content))) localStorage.setItem(key, value);
  }, content);
  // Both engines are made one before anything is measured.
  await page.goto(`${site.url}#/staff/results`);
  await page.reload();
  await page.locator('[data-figure="index/overall"]').first().waitFor();
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    window.watch = { delay: 0, long: 0 };
    for (const type of ["pointermove", "keydown"]) {
      addEventListener(type, (event) => (watch.delay = Math.max(watch.delay, performance.now() - event.timeStamp)), { capture: true });
    }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.long = Math.max(watch.long, duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  const shown = page.evaluate(async () => {
    const from = performance.now();
    location.hash = "#/staff/plan?period=2026";
    while (!document.querySelector("[data-priority]")) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - from;
  });
  let over = false;
  const ending = shown.finally(() => (over = true));
  for (let at = 0; !over; at += 1) {
    await session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x: 20 + (at % 50), y: 20 });
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", key: "Shift", code: "ShiftLeft" });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Shift", code: "ShiftLeft" });
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  note("priorities_millis", await ending);
  const { delay, long } = await page.evaluate(() => watch);
  note("longest_task_millis", long);
  note("worst_input_delay_millis", delay);
  await browser.kill();
  await own.remove();
}
for (const [name, values] of Object.entries(seen)) {
  const sorted = values.toSorted((one, other) => one - other);
  const value = /longest|worst/.test(name) ? sorted.at(-1) : sorted[Math.floor(sorted.length / 2)];
  console.log(`${name} ${value.toFixed(0)}`);
}
await site.remove();
process.exit(0);
