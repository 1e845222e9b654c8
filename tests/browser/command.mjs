// The command line's index, computed from a file the browser has exported.
import { execFile } from "node:child_process";
import { copyFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "@playwright/test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.SIPAS_CLI?.split(" ") ?? "cargo run -q --release -p sipas-cli --".split(" ");

/** What `sipas-cli index --format json` prints for a file. */
export async function index(file, ...options) {
  // Downloads have no ending; the command line is used with files as people keep them.
  const named = `${file}.csv`;
  await copyFile(file, named);
  const [command, ...words] = program;
  const { stdout } = await promisify(execFile)(command, [...words, "index", named, "--format", "json", ...options], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
}

/** The figures a results page must show for such a report, in the page's own names. */
export function figuresOf(report) {
  const figures = { "count/ballots": { value: report.ballots.counted } };
  const rate = (name, { rate, low, high }) => {
    figures[name] = { value: rate, low: low ?? null, high: high ?? null };
  };
  rate("index/overall", report.overall);
  for (const factor of report.factors) rate(`index/factor/${factor.id}`, factor);
  for (const criterion of report.criteria) {
    rate(`index/criterion/${criterion.id}`, criterion);
    for (const [code, value] of Object.entries(criterion.levels)) figures[`count/level/${criterion.id}/${code}`] = { value };
  }
  return figures;
}

/** Every figure on the page is the command line's, to the last digit, and none of them is missing. */
export function expectSameFigures(page, report) {
  const expected = figuresOf(report);
  const shown = Object.fromEntries(
    Object.entries(expected).map(([name, figure]) => [
      name,
      page[name] && Object.fromEntries(Object.keys(figure).map((key) => [key, page[name][key]])),
    ]),
  );
  expect(shown).toEqual(expected);
}
