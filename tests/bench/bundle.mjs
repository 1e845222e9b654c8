// Bundles the SurveyJS page into the folder named as first argument: minified, its questions and styles included.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { modelOf } from "./surveyjs/model.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const questionnaire = JSON.parse(await readFile(path.join(here, "../../public/questionnaires/sipas-desk.json"), "utf8"));

await mkdir(out, { recursive: true });
const questions = path.join(out, "../surveyjs-questions.json");
await writeFile(questions, JSON.stringify(modelOf(questionnaire)));
await build({
  entryPoints: [path.join(here, "surveyjs/page.mjs")],
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  alias: { questions },
});
await copyFile(path.join(here, "surveyjs/index.html"), path.join(out, "index.html"));
