// Measures the time to the first answerable question of the pages named in SIPAS_BENCH_PAGES, in turn.
// Prints one JSON object a line: the conditions first, then every run as soon as it is done.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { KINDS, probe } from "./probe.mjs";

const CPU_SLOWDOWN = 6;
/** The presets of Chromium's developer tools: what they show, and what they put on every request. */
const NETWORKS = {
  "slow-4g": { mbit: 1.6, up_mbit: 0.75, round_trip_ms: 150, latency_ms: 150 * 3.75 },
  "fast-4g": { mbit: 9, up_mbit: 1.5, round_trip_ms: 60, latency_ms: 60 * 2.75 },
};
/** Developer tools grant nine tenths of the nominal rate. */
const bytesPerSecond = (mbit) => (mbit * 1e6 * 0.9) / 8;

const pages = JSON.parse(process.env.SIPAS_BENCH_PAGES);
const networks = process.env.SIPAS_BENCH_NETWORKS.split(" ");
const runs = Number(process.env.SIPAS_BENCH_RUNS);
const say = (object) => process.stdout.write(`${JSON.stringify(object)}\n`);

/** One visit with an empty profile. */
async function visit(page, network) {
  const profile = await mkdtemp(path.join(tmpdir(), "sipas-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.SIPAS_CHROMIUM,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const tab = context.pages()[0] ?? (await context.newPage());
    // The renderer is started before the clock is; nothing of the page is known to it.
    await tab.goto(new URL("/", page.url).href);
    const tools = await context.newCDPSession(tab);
    const limits = NETWORKS[network];
    await tools.send("Network.enable");
    await tools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: limits.latency_ms,
      downloadThroughput: bytesPerSecond(limits.mbit),
      uploadThroughput: bytesPerSecond(limits.up_mbit),
    });
    await tools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    // The page itself says when it is answerable: asking it again and again would slow it down.
    await tools.send("Runtime.enable");
    await tools.send("Runtime.addBinding", { name: "benchAnswerable" });
    const answerable = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${page.name}: no answerable question after 90 s`)), 90_000);
      tools.on("Runtime.bindingCalled", () => resolve(clearTimeout(late)));
    });
    await tools.send("Page.enable");
    await tools.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${probe})(${JSON.stringify(KINDS[page.kind])})` });
    await tools.send("Page.navigate", { url: page.url });
    await answerable;
    // What waits until the question is there is noted too.
    if (page.kind === "ours") await new Promise((resolve) => setTimeout(resolve, 1000));
    return await tab.evaluate(() => {
      const timing = (entry) => ({
        name: entry.name.replace(/^.*\//, ""),
        asked: entry.startTime,
        first_byte: entry.responseStart,
        last_byte: entry.responseEnd,
        bytes: entry.encodedBodySize,
      });
      const marks = globalThis.bench;
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      const navigation = performance.getEntriesByType("navigation")[0];
      return {
        marks: {
          ...marks,
          first_paint: paint?.startTime,
          // Readable means painted with its heading there.
          readable: marks.heading && Math.max(paint?.startTime ?? 0, marks.heading),
        },
        requests: [{ ...timing(navigation), name: "page" }, ...performance.getEntriesByType("resource").map(timing)],
      };
    });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

say({ cpu_slowdown: CPU_SLOWDOWN, networks: Object.fromEntries(networks.map((name) => [name, NETWORKS[name]])) });
for (const network of networks) {
  // The first round warms up the machine and is not counted.
  for (let run = 0; run <= runs; run += 1) {
    for (const page of pages) {
      const seen = await visit(page, network);
      if (run > 0) say({ network, run, page: page.name, ...seen });
    }
  }
}
