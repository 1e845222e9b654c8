// A backup holds everything: what is not a ballot comes back on an empty device too.
import { readFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { counted } from "./kiosk.mjs";
import { Staff } from "./staff.mjs";
import { sit, typeIn, usual } from "./typing.mjs";

/** What the staff's pages say of households, papers and people asked. */
async function told(page) {
  const staff = new Staff(page);
  await staff.open("collect/interview");
  await expect(page.locator("[data-number]").first()).toBeVisible();
  const households = await page.locator("[data-number]").evaluateAll((all) => all.map((one) => [one.dataset.number, one.dataset.visit]));
  await staff.open("collect/paper");
  await expect(page.locator("[data-paper=waiting]")).toBeVisible();
  const papers = await page.locator("#staff [data-figure^='paper/']").evaluateAll((all) => all.map((one) => [one.dataset.figure, one.dataset.value]));
  const waiting = await page.locator("[data-paper=waiting]").textContent();
  await staff.open();
  await expect(page.locator('#staff [data-figure^="response/interviewer/"]').first()).toBeVisible();
  return { households, papers, waiting, asked: await counted(page, "interviewer") };
}

test("households, papers typed once and people asked come back on an empty device", async ({ page, browser, baseURL, watch }) => {
  const staff = new Staff(page);
  const citizen = new Citizen(page);
  await staff.open("collect/interview");
  await page.locator("[name=last-household]").fill("6");
  await page.locator("[data-action=set-households]").click();
  for (const [number, mark] of [[1, "not-home"], [4, "refused"]]) {
    await page.locator(`[data-number="${number}"]`).click();
    await page.locator(`[data-mark="${mark}"]`).click();
    await expect(page.locator(`[data-number="${number}"]`)).toHaveAttribute("data-visit", mark);
  }
  // Another was asked and stopped without an answer; who refused was asked too.
  await page.locator('[data-number="2"]').click();
  await page.locator("[data-action=interview]").click();
  await citizen.meets(citizen.says.field);
  await citizen.press("stop");
  await citizen.press("discard");
  await expect(page.locator('[data-number="2"]')).toHaveAttribute("data-visit", "open");
  await staff.open("collect/paper");
  await sit(page, "An", "first");
  for (const number of [7, 9]) {
    await typeIn(page, number, usual(number));
    await expect(page.locator("[data-saved]")).toContainText(String(number));
    await expect(page.locator("[name=paper-number]")).toBeFocused();
  }
  const here = await told(page);
  expect(here.waiting).toContain("0007, 0009");
  expect(here.asked).toMatchObject({ shown: 2, started: 1, stopped: 1, empty: 1 });
  expect(Object.fromEntries(here.households)).toMatchObject({ 1: "not-home", 2: "open", 4: "refused" });
  await staff.open("data");
  const backup = await staff.download("archive");

  const context = watch(await browser.newContext({ baseURL }));
  const other = await context.newPage();
  await new Staff(other).open("data");
  await other.locator("[data-import=ballots]").setInputFiles({ name: backup.name, mimeType: "application/octet-stream", buffer: await readFile(backup.path) });
  const preview = other.locator("[data-screen=import-preview]");
  await expect(preview.locator("[data-option=everything]")).toBeChecked();
  const reloaded = other.waitForEvent("load");
  await preview.locator("[data-action=import]").click();
  await reloaded;
  await expect(other.locator("#staff h1")).toBeVisible();
  expect(await told(other)).toEqual(here);
  // The second paper of a pair can be typed there, and the ballot then counts.
  await new Staff(other).open("collect/paper");
  await sit(other, "Bình", "second");
  await typeIn(other, 7, usual(7));
  await expect(other.locator("[data-saved]")).toContainText("7");
  await expect(new Staff(other).value("paper/twice-typed")).toHaveAttribute("data-value", "1");
  await context.close();
});
