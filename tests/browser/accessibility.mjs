// What axe-core finds on the page as it is.
import AxeBuilder from "@axe-core/playwright";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line for each rule that is broken; `strict` also asks for a contrast of 7:1. */
export async function findings(page, { strict = false } = {}) {
  // A bar that stays at the bottom covers whatever is scrolled under it; at the end it covers nothing.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const axe = new AxeBuilder({ page }).options({
    runOnly: { type: "tag", values: TAGS },
    rules: { "color-contrast-enhanced": { enabled: strict } },
    resultTypes: ["violations"],
  });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => {
    const [first] = nodes;
    const [check] = [...first.any, ...first.all, ...first.none];
    return `${id} (${nodes.length}×): ${first.html.slice(0, 160)} – ${check?.message ?? ""}`;
  });
}
