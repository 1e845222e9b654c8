// axe-core finds nothing on any page, in either language, light and dark.
import { expect, test } from "./page.mjs";
import { findings } from "./accessibility.mjs";
import { PARTS, inLanguage } from "./journey.mjs";

// A recording of every stop costs more than the walk.
test.use({ trace: "off" });

for (const language of ["vi", "en"]) {
  for (const [part, walk] of Object.entries(PARTS)) {
    test(`axe finds nothing in the ${part} part in ${language}, light and dark`, async ({ page, context }) => {
      test.setTimeout(120_000);
      await inLanguage(context, language);
      const seen = new Set();
      const found = [];
      const look = async (name, kind) => {
        if (seen.has(name)) return;
        seen.add(name);
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          for (const line of await findings(page, { strict: kind === "survey" })) found.push(`${name}, ${colorScheme}: ${line}`);
        }
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      };
      await page.emulateMedia({ reducedMotion: "reduce" });
      await walk({ page, language, look });
      expect(found).toEqual([]);
    });
  }
}
