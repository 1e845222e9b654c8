// Narrow screens and large text lose nothing: no sideways scrolling, nothing cut, covered or too small to hit.
import { expect, test } from "./page.mjs";
import { mistakes } from "./layout.mjs";
import { PARTS, inLanguage } from "./journey.mjs";

test.use({ trace: "off" });

/** Width in CSS pixels, text size in per cent. The last is text at twice its size on the narrowest screen. */
const VIEWS = {
  phone: [
    [360, 100],
    [360, 150],
    [360, 200],
    [320, 100],
    [320, 200],
  ],
  tablet: [
    [1280, 100],
    [1280, 200],
    [800, 150],
  ],
};

for (const language of ["vi", "en"]) {
  for (const [part, walk] of Object.entries(PARTS)) {
    test(`nothing of the ${part} part is lost in ${language} on narrow screens and with large text`, async ({ page, context }, testInfo) => {
      test.setTimeout(120_000);
      await inLanguage(context, language);
      await page.emulateMedia({ reducedMotion: "reduce" });
      const views = VIEWS[testInfo.project.name];
      const usual = page.viewportSize();
      const found = [];
      const seen = new Set();
      await walk({
        page,
        language,
        look: async (name, kind) => {
          if (seen.has(name)) return;
          seen.add(name);
          for (const [width, percent] of views) {
            await page.setViewportSize({ width, height: usual.height });
            await page.evaluate((percent) => document.documentElement.style.setProperty("font-size", `${percent}%`), percent);
            await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
            const strict = kind === "survey";
            for (const line of await mistakes(page, { target: strict ? 48 : 44, whole: strict })) found.push(`${name} at ${width} px, text ${percent} %: ${line}`);
          }
          await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
          await page.setViewportSize(usual);
        },
      });
      expect(found).toEqual([]);
    });
  }
}
