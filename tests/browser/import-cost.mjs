// A province's file opened as an analysis set: `node import-cost.mjs FILE RUNS PAPAPARSE` prints `name value` pairs
// (see `cargo xtask bench import`). PapaParse reads the same file in the same Chromium; input is given all the time.
import { readFile, stat } from "node:fs/promises";
import { profile, start } from "./chromium.mjs";
import { serve, sites } from "./server.mjs";

const [file, runs, papaparse] = process.argv.slice(2);
const megabytes = (await stat(file)).size / 1e6;
const site = await serve(sites.current);
const seen = {};
const note = (name, value) => (seen[name] ??= []).push(value);
const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** A Chromium of its own with one page that notes long tasks, and what input has waited. */
async function opened(address) {
  const own = await profile();
  const browser = await start(own);
  const { page } = browser;
  page.setDefaultTimeout(600_000);
  await page.goto(address);
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    window.watch = { delay: 0, event: 0, long: 0, inputs: 0 };
    for (const type of ["pointermove", "keydown"]) {
      addEventListener(type, (event) => {
        watch.inputs += 1;
        watch.delay = Math.max(watch.delay, performance.now() - event.timeStamp);
      }, { capture: true });
    }
    const most = (name) => (list) => {
      for (const one of list.getEntries()) watch[name] = Math.max(watch[name], one.duration);
    };
    new PerformanceObserver(most("long")).observe({ entryTypes: ["longtask"] });
    new PerformanceObserver(most("event")).observe({ type: "event", durationThreshold: 16 });
  });
  const processes = await page.context().browser().newBrowserCDPSession();
  /** Peak memory of the pages' processes in MiB, workers included. */
  const peak = async () => {
    const { processInfo } = await processes.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    const all = await Promise.all(renderers.map(({ id }) => readFile(`/proc/${id}/status`, "utf8").catch(() => "")));
    return Math.max(...all.map((text) => Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0))) / 1024;
  };
  /** Gives the page a file by its path, as choosing it does. */
  const choose = async (selector) => {
    const { root } = await session.send("DOM.getDocument", { depth: -1 });
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    await session.send("DOM.setFileInputFiles", { nodeId, files: [file] });
  };
  /** Moves and types until `done` settles; its value and what input and tasks came to. */
  const busy = async (done) => {
    await page.evaluate(() => Object.assign(watch, { delay: 0, event: 0, long: 0, inputs: 0 }));
    let over = false;
    const value = done.finally(() => (over = true));
    for (let at = 0; !over; at += 1) {
      const x = 20 + (at % 50);
      await session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y: 20 });
      await session.send("Input.dispatchKeyEvent", { type: "keyDown", key: "Shift", code: "ShiftLeft" });
      await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Shift", code: "ShiftLeft" });
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return { value: await value, ...(await page.evaluate(() => ({ ...watch }))) };
  };
  const close = async () => {
    await browser.kill();
    await own.remove();
  };
  return { page, peak, choose, busy, close };
}

for (let run = 0; run < Number(runs); run += 1) {
  const ours = await opened(`${site.url}#/staff/data`);
  await ours.page.locator("[data-import=set]").waitFor();
  note("ours_memory_before_mib", await ours.peak());
  const read = ours.page.evaluate(
    () =>
      new Promise((resolve) => {
        let from;
        document.querySelector("[data-import=set]").addEventListener("change", () => (from = performance.now()), { capture: true });
        new MutationObserver((_, watcher) => {
          const open = document.querySelector("[data-screen=set-open] [data-figure='set/ballots']");
          if (!open) return;
          watcher.disconnect();
          resolve({ millis: performance.now() - from, ballots: Number(open.dataset.value) });
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await ours.choose("[data-import=set]");
  const reading = await ours.busy(read);
  note("ours_millis", reading.value.millis);
  note("ours_ballots", reading.value.ballots);
  note("ours_longest_task_millis", reading.long);
  note("ours_worst_input_delay_millis", reading.delay);
  note("ours_worst_event_millis", reading.event);
  note("ours_inputs", reading.inputs);
  note("ours_memory_peak_mib", await ours.peak());
  const shown = ours.page.evaluate(async () => {
    const from = performance.now();
    document.querySelector("[data-action=set-results]").click();
    const find = () => document.querySelector('[data-figure="index/overall"]');
    while (!find()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return { millis: performance.now() - from, overall: Number(find().dataset.value) };
  });
  const results = await ours.busy(shown);
  note("results_millis", results.value.millis);
  note("results_overall", results.value.overall);
  note("results_longest_task_millis", results.long);
  note("results_worst_input_delay_millis", results.delay);
  note("results_memory_peak_mib", await ours.peak());
  await ours.close();

  const theirs = await opened("about:blank");
  await theirs.page.setContent('<input type="file">');
  await theirs.page.addScriptTag({ content: await readFile(papaparse, "utf8") });
  await theirs.choose("input");
  for (const [name, how] of [["papaparse_text", "text"], ["papaparse_chunks", "chunks"]]) {
    const parsing = await theirs.busy(
      theirs.page.evaluate(async (how) => {
        const [chosen] = document.querySelector("input").files;
        const from = performance.now();
        let rows = 0;
        if (how === "text") {
          rows = Papa.parse(await chosen.text(), { skipEmptyLines: true }).data.length;
        } else {
          await new Promise((complete) => Papa.parse(chosen, { skipEmptyLines: true, chunk: ({ data }) => (rows += data.length), complete }));
        }
        return { millis: performance.now() - from, rows };
      }, how),
    );
    note(`${name}_millis`, parsing.value.millis);
    note(`${name}_rows`, parsing.value.rows - 1);
    note(`${name}_longest_task_millis`, parsing.long);
    note(`${name}_memory_peak_mib`, await theirs.peak());
  }
  await theirs.close();
}
console.log(`file_megabytes ${megabytes.toFixed(1)}`);
for (const [name, values] of Object.entries(seen)) {
  const worst = /longest|worst|memory/.test(name);
  const value = worst ? Math.max(...values) : median(values);
  console.log(`${name} ${name === "results_overall" ? value : value.toFixed(1)}`);
}
await site.remove();
process.exit(0);
