// Four hundred varied ballots for the results console, and the figures the command line has for any choice among them.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { index } from "./command.mjs";
import { cells } from "./table.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));

/** What local storage holds: made by the example `console_ballots 400 9`. */
const content = await readFile(path.join(here, "console-ballots.json"), "utf8");

/** Puts the ballots (or other content of local storage) on the device. */
export async function seed(page, stored = content, home = "./") {
  await page.goto(home);
  await page.locator("html[data-boot=ready]").waitFor();
  await page.evaluate((stored) => Object.entries(stored).forEach(([key, value]) => localStorage.setItem(key, value)), JSON.parse(stored));
  await page.reload();
  await page.locator("html[data-boot=ready]").waitFor();
}

/** An exported file as rows that can be chosen among and changed. */
export class Sheet {
  constructor(text) {
    const [names, ...rows] = cells(text);
    this.names = names;
    this.rows = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  }

  /** What the command line makes of the rows `take` takes, each changed by `change`. */
  async index(folder, { take = () => true, change = (row) => row, options = [] }) {
    const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const rows = this.rows.filter(take).map((row) => ({ ...row, ...change(row) }));
    const line = (row) => this.names.map((name) => quoted(row[name])).join(",");
    const file = path.join(folder, "chosen");
    await writeFile(file, `\ufeff${[this.names.join(","), ...rows.map(line)].map((one) => `${one}\r\n`).join("")}`);
    return index(file, ...options);
  }
}
