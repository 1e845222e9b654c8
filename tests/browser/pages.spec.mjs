// Every page and state, walked once in each language: axe finds nothing, nothing is lost on narrow screens
// and with large text, and each language is complete.
import { expect, test } from "./page.mjs";
import { findings } from "./accessibility.mjs";
import { PARTS, inLanguage } from "./journey.mjs";
import { mistakes } from "./layout.mjs";

// A recording of every stop costs more than the walk.
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

/** Letters only Vietnamese has among the two. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** What staff typed into the campaign stays as it was typed. */
const OWN = [/Quầy (số )?2$/, /^Quarter IV/];

/** Everything a person reads or hears on the page, piece by piece. */
const pieces = (page) =>
  page.evaluate(() => {
    /** Seen, and not marked as words of the other language. */
    const visible = (one) => one.checkVisibility({ visibilityProperty: true }) && one.closest("[lang]").lang === document.documentElement.lang;
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const inOption = node.parentElement.closest("option");
      if (node.parentElement.closest("textarea, script, style, noscript")) continue;
      if (visible(inOption ? inOption.closest("select") : node.parentElement)) texts.push(node.data);
    }
    for (const one of document.body.querySelectorAll("[aria-label], [title], [alt], [placeholder]")) {
      if (visible(one)) for (const name of ["aria-label", "title", "alt", "placeholder"]) texts.push(one.getAttribute(name) ?? "");
    }
    return texts.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
  });

/** What axe finds, light and dark. */
async function axe(page, strict) {
  const found = [];
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const line of await findings(page, { strict })) found.push(`${colorScheme}: ${line}`);
  }
  return found;
}

/** What is cut, covered, too small to hit or scrolls sideways. */
async function lost(page, views, strict) {
  const found = [];
  const usual = page.viewportSize();
  for (const [width, percent] of views) {
    await page.setViewportSize({ width, height: usual.height });
    await page.evaluate((percent) => document.documentElement.style.setProperty("font-size", `${percent}%`), percent);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    for (const line of await mistakes(page, { target: 48, whole: strict })) found.push(`${width} px, text ${percent} %: ${line}`);
  }
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  await page.setViewportSize(usual);
  return found;
}

for (const [part, walk] of Object.entries(PARTS)) {
  test(`the ${part} part: axe-clean, whole on every screen, one language at a time`, async ({ browser, baseURL, watch }, { project }) => {
    test.setTimeout(600_000);
    const found = { axe: [], layout: [] };
    const said = {};
    for (const language of ["en", "vi"]) {
      const { viewport, hasTouch, locale, timezoneId } = project.use;
      const context = watch(await browser.newContext({ baseURL, viewport, hasTouch, locale, timezoneId }));
      await inLanguage(context, language);
      const page = await context.newPage();
      await page.emulateMedia({ reducedMotion: "reduce" });
      const seen = new Set();
      said[language] = new Map();
      await walk({
        page,
        language,
        look: async (name, kind) => {
          await expect(page.locator("html"), name).toHaveAttribute("lang", language);
          // The page after a failure of the program speaks both languages.
          if (kind !== "both") for (const text of await pieces(page)) said[language].set(text, name);
          if (seen.has(name)) return;
          seen.add(name);
          const strict = kind === "survey";
          for (const line of await axe(page, strict)) found.axe.push(`${name}, ${language}, ${line}`);
          for (const line of await lost(page, VIEWS[project.name], strict)) found.layout.push(`${name}, ${language}, ${line}`);
        },
      });
      await context.close();
    }
    expect.soft(found.axe, "axe").toEqual([]);
    expect.soft(found.layout, "layout").toEqual([]);
    const left = [...said.en].filter(([text]) => VIETNAMESE.test(text) && !OWN.some((own) => own.test(text)));
    expect.soft(left, "Vietnamese left in English").toEqual([]);
    // Sentences that read the same in both languages are in one of them only by mistake.
    const same = [...said.vi].filter(([text]) => /[a-z]{2,} [a-z]{2,}/i.test(text) && !VIETNAMESE.test(text) && said.en.has(text) && !OWN.some((own) => own.test(text)));
    expect.soft(same, "English left in Vietnamese").toEqual([]);
  });
}
