// Each language is complete: no Vietnamese is left in English, and no English in Vietnamese.
import { expect, test } from "./page.mjs";
import { PARTS, inLanguage } from "./journey.mjs";

test.use({ trace: "off" });

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

async function gather(page, context, part, language) {
  await inLanguage(context, language);
  const found = new Map();
  await PARTS[part]({
    page,
    language,
    look: async (name, kind) => {
      await expect(page.locator("html"), name).toHaveAttribute("lang", language);
      // The page after a failure of the program speaks both languages.
      if (kind !== "both") for (const text of await pieces(page)) found.set(text, name);
    },
  });
  return found;
}

for (const part of Object.keys(PARTS)) {
  test(`the ${part} part speaks one language at a time`, async ({ browser, baseURL, watch }) => {
    test.setTimeout(120_000);
    const found = {};
    for (const language of ["en", "vi"]) {
      const context = watch(await browser.newContext({ baseURL, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", viewport: { width: 360, height: 740 } }));
      found[language] = await gather(await context.newPage(), context, part, language);
      await context.close();
    }
    const left = [...found.en].filter(([text]) => VIETNAMESE.test(text) && !OWN.some((own) => own.test(text)));
    expect(left, "Vietnamese left in English").toEqual([]);
    // Sentences that read the same in both languages are in one of them only by mistake.
    const same = [...found.vi].filter(([text]) => /[a-z]{2,} [a-z]{2,}/i.test(text) && !VIETNAMESE.test(text) && found.en.has(text) && !OWN.some((own) => own.test(text)));
    expect(same, "English left in Vietnamese").toEqual([]);
  });
}
