// The staff at their pages: sets the campaign, reads the figures, takes the file out.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

export class Staff {
  constructor(page, { home = "./" } = {}) {
    this.page = page;
    this.home = home;
    this.area = page.locator("#staff");
    this.heading = this.area.getByRole("heading", { level: 1 });
  }

  /** Opens a staff page by its address and waits for its heading. */
  async open(name = "") {
    await this.page.goto(`${this.home}#/staff${name && `/${name}`}`);
    await expect(this.page.locator("html")).toHaveAttribute("data-app", "staff");
    await expect(this.heading).toBeVisible();
  }

  /** Follows the navigation to a page by its name. */
  async goTo(name) {
    await this.area.getByRole("navigation").getByRole("link", { name }).click();
    await expect(this.heading).toContainText(name);
  }

  /** Fills in and saves the campaign form. */
  async setCampaign({ name, counter, questionnaire, units, fields }) {
    await this.open("campaign");
    const fill = async (field, text) => {
      if (text !== undefined) await this.area.locator(`[name=${field}]`).fill(text);
    };
    await fill("name", name);
    await fill("counter", counter);
    await fill("units", units);
    await fill("fields", fields);
    if (questionnaire) await this.area.getByRole("radio", { name: questionnaire }).check();
    await this.area.locator("[data-action=save]").click();
    await expect(this.area.locator("[data-screen=saved]")).not.toBeEmpty();
  }

  /** One figure's exact value. */
  value(name) {
    return this.area.locator(`[data-figure="${name}"]`);
  }

  /** Every figure on the page: {name: {value, low, high, text}}; numbers as numbers, undefined ones null. */
  async figures() {
    const found = await this.area.locator("[data-figure]").evaluateAll((marks) =>
      marks.map((mark) => [mark.dataset.figure, { ...mark.dataset }, mark.innerText.replace(/\u00a0/g, " ").trim()]),
    );
    const number = (text) => (text === undefined || text === "" ? null : Number(text));
    return Object.fromEntries(
      found.map(([name, data, text]) => [
        name,
        { value: number(data.value), low: number(data.low), high: number(data.high), text },
      ]),
    );
  }

  /** Opens a view of the results by its address (what stands behind `?`) and waits for its figures. */
  async view(address = "") {
    await this.page.goto(`${this.home}#/staff/results${address && `?${address}`}`);
    await expect(this.area.locator(".results")).toHaveAttribute("data-address", address);
  }

  /** Every figure of the overview and of the criteria, under the filter an address asks for. */
  async results(address = "") {
    const more = address && `&${address}`;
    await this.view(address);
    const overview = await this.figures();
    await this.view(`view=criteria${more}`);
    return { ...overview, ...(await this.figures()) };
  }

  /** Presses an export button; the path and text of the file. */
  async download(kind, questionnaire) {
    const which = questionnaire ? `[data-questionnaire="${questionnaire}"]` : "";
    const coming = this.page.waitForEvent("download");
    await this.area.locator(`[data-export=${kind}]${which}`).click();
    const download = await coming;
    const path = await download.path();
    return { path, name: download.suggestedFilename(), text: await readFile(path, "utf8") };
  }
}
