// The overview as WASM in a page: `node overview.mjs COUNT UNITS RUNS NAME=FILE.wasm…` prints `name value` pairs.
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import config from "./playwright.config.mjs";

const [count, units, runs, ...modules] = process.argv.slice(2);
const browser = await chromium.launch(config.use.launchOptions);
for (const argument of modules) {
  const [name, file] = argument.split("=");
  const page = await browser.newPage();
  const found = await page.evaluate(
    async ({ bytes, count, units, runs }) => {
      const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      // What a drawing library declares for its canvas is never called here.
      const imports = {};
      const module = await WebAssembly.compile(raw);
      for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
      const instance = await WebAssembly.instantiate(module, imports);
      const { page_keep: keep, page_overview: overview } = instance.exports;
      if (keep(count, units) !== 1) throw new Error("nothing could be stored");
      const times = [];
      let satisfied;
      for (let at = 0; at < runs; at += 1) {
        const start = performance.now();
        satisfied = overview();
        times.push(performance.now() - start);
      }
      return { satisfied, median: times.sort((one, other) => one - other)[Math.floor(times.length / 2)] };
    },
    { bytes: (await readFile(file)).toString("base64"), count: Number(count), units: Number(units), runs: Number(runs) },
  );
  console.log(`${name}_millis ${found.median.toFixed(1)}`);
  console.log(`${name}_satisfied ${found.satisfied}`);
  await page.close();
}
await browser.close();
