// Typing paper ballots in by keys alone.
import { expect } from "./page.mjs";

/** Someone types from now on, in this way. */
export async function sit(page, name, mode) {
  await page.locator("[name=paper-person]").fill(name);
  await page.locator("[data-action=paper-add]").click();
  await expect(page.locator("[name=paper-who]")).toHaveValue(name);
  await page.locator(`[name=paper-mode][value=${mode}]`).check();
  await page.locator("[name=paper-number]").focus();
}

/** Types one paper by keys alone; `key` says which for each criterion. */
export async function typeIn(page, number, key) {
  await page.keyboard.type(String(number));
  await page.keyboard.press("Enter");
  const cell = () => page.evaluate(() => document.activeElement?.dataset.cell ?? "");
  await expect.poll(cell).not.toBe("");
  for (let at = await cell(); at; at = await cell()) {
    const isCriterion = /^(access|dossier|officials|results|feedback)_\d+$|^overall$/.test(at);
    await page.keyboard.press(isCriterion ? key(at) : "1");
    expect(await cell(), "the key was taken").not.toBe(at);
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
}

/** Which key each criterion of a paper gets. */
export const usual = (number) => (id) => String(1 + ((number * 7 + id.length * 3 + (Number.parseInt(id.at(-1), 10) || 0)) % 5));
