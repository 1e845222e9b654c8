// Quarters of ballots as files, for what is made of figures: priorities, plans, and what they changed.
import { expect } from "@playwright/test";
import { Questionnaire } from "./wording.mjs";

const desk = new Questionnaire("sipas-desk");
const ids = desk.criteria.map(({ id }) => id).filter((id) => id !== "overall");
const HEADER = [
  "ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,submitted_at,duration_secs,gender,age,education,occupation,respondent",
  ...ids,
  "overall,comment",
].join(",");

/** A quarter's ballots as a file: `level` says what is answered by criterion and number of the ballot. */
export function quarter(name, { month, count, from, level, unit = "", campaign = "duc-co" }) {
  const rows = Array.from({ length: count }, (_, at) => {
    const id = (0xb000000000000000n + BigInt(from + at)).toString(16);
    const day = String(1 + (at % 28)).padStart(2, "0");
    const answers = [...ids, "overall"].map((criterion) => level(criterion, at));
    const comment = level("results_2", at) < 4 && at % 2 ? "thông tin ghi sai" : "";
    return [id, "00c0ffee", campaign, "sipas-desk", "1", unit, "", "paper", "complete", `2026-${month}-${day}T09:00:00+07:00`, "180", "", "", "", "", "", ...answers, comment].join(",");
  });
  return { name, mimeType: "text/csv", buffer: Buffer.from(`\ufeff${[HEADER, ...rows].join("\r\n")}\r\n`) };
}

/** Most are content; of the results' information `share` in ten are not, and then not altogether either. */
export const varied = (share) => (criterion, at) => {
  const isBad = (at * 7) % 10 < share;
  if (criterion === "results_2") return isBad ? 2 : 4 + (at % 2);
  if (criterion === "overall") return isBad ? 3 - (at % 2) : 4 + ((at >> 1) % 2);
  if (/^feedback/.test(criterion)) return at % 9 ? "na" : 4;
  const odd = (at * 31 + criterion.length * 17 + Number(criterion.at(-1)) * 13) % 23;
  return odd === 0 ? 3 : 4 + (odd % 2);
};

/** Brings a file in on the data page. */
export async function bring(page, staff, file) {
  await staff.open("data");
  await page.locator("[data-import=ballots]").setInputFiles([file]);
  await page.locator("[data-screen=import-preview] [data-action=import]").click();
  await expect(page.locator("[data-screen=import-said]")).toBeVisible();
}

/** The priorities are there. */
export const weighed = (page) => expect(page.locator("[data-priority]").first()).toBeAttached({ timeout: 60_000 });

/** Twelve deputies' ballots of today as another device's file, every other one with much to say about recruiting. */
export function deputies() {
  const asked = new Questionnaire("management").criteria.map(({ id }) => id);
  const head = HEADER.slice(0, HEADER.indexOf(`,${ids[0]}`));
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const rows = Array.from({ length: 12 }, (_, at) => {
    const answers = asked.map((id) => (id === "management_8" && at % 2 ? "2" : "5"));
    return [`c00000000000000${at.toString(16)}`, "00c0ffee", "quan-ly-2026", "management", "1", "", "", "paper", "complete", `${today}T00:01:00+07:00`, "300", "", "", "", "", "official", ...answers, ""].join(",");
  });
  const text = [[head, ...asked, "comment"].join(","), ...rows].join("\r\n");
  return { name: "dai-bieu.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${text}\r\n`) };
}
