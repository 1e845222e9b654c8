// Takes a picture of every page and state: `node walk.mjs FOLDER [phone|tablet] [vi|en] [light|dark]`.
// Words that are not given stand for all. The pictures are called `<screen>-<language>-<light>-<page>.png`.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { chromium } from "@playwright/test";
import config from "./playwright.config.mjs";
import { PARTS, inLanguage } from "./journey.mjs";
import { serve, sites } from "./server.mjs";

const [folder, ...words] = process.argv.slice(2);
if (!folder) {
  console.error("node walk.mjs FOLDER [phone|tablet] [vi|en] [light|dark]");
  process.exit(2);
}
const chosen = (all) => (all.some((one) => words.includes(one)) ? all.filter((one) => words.includes(one)) : all);
const screens = chosen(config.projects.map((project) => project.name));

await mkdir(folder, { recursive: true });
const site = await serve(sites.current);
const browser = await chromium.launch(config.use.launchOptions);
let pictures = 0;
try {
  for (const screen of screens) {
    const { use } = config.projects.find((project) => project.name === screen);
    for (const language of chosen(["vi", "en"])) {
      for (const walk of Object.values(PARTS)) {
        const { locale, timezoneId } = config.use;
        const context = await browser.newContext({ ...use, baseURL: site.url, locale, timezoneId, deviceScaleFactor: 2, reducedMotion: "reduce" });
        await inLanguage(context, language);
        const page = await context.newPage();
        const seen = new Set();
        await walk({
          page,
          language,
          look: async (name) => {
            if (seen.has(name)) return;
            seen.add(name);
            for (const light of chosen(["light", "dark"])) {
              await page.emulateMedia({ colorScheme: light });
              await page.screenshot({ path: path.join(folder, `${screen}-${language}-${light}-${name}.png`), fullPage: true });
              pictures += 1;
            }
            await page.emulateMedia({ colorScheme: "light" });
          },
        });
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await site.remove();
}
console.log(`${pictures} pictures in ${folder}`);
