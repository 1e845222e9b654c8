// What axe-core finds on the page as it is.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line for each rule that is broken; `strict` also asks for a contrast of 7:1. */
export async function findings(page, { strict = false } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(
    async ([values, strict]) => {
      // A bar that stays at the bottom covers whatever is scrolled under it; at the end it covers nothing.
      scrollTo(0, document.documentElement.scrollHeight);
      const { violations } = await axe.run(document, {
        runOnly: { type: "tag", values },
        rules: { "color-contrast-enhanced": { enabled: strict } },
        resultTypes: ["violations"],
      });
      return violations.map(({ id, nodes }) => {
        const [first] = nodes;
        const [check] = [...first.any, ...first.all, ...first.none];
        return `${id} (${nodes.length}×): ${first.html.slice(0, 160)} – ${check?.message ?? ""}`;
      });
    },
    [TAGS, strict],
  );
}
