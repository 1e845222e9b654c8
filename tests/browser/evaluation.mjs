// Ballots of the desk evaluation as a file, and the office at its page.

const HEADER =
  "ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,submitted_at,duration_secs,gender,age,education,occupation,respondent,desk_1,desk_2,desk_3,desk_4,desk_5,desk_6,desk_7,desk_8,desk_9,comment";

/** A file of ballots: `levels` are those of indicators 1, 3, 4 and 7, a row each. */
export function ballots(name, { from, month, unit = "gia-lai/duc-co", levels }) {
  const rows = levels.map(([one, three, four, seven], at) => {
    const id = (0xe000000000000000n + BigInt(from + at)).toString(16);
    const day = String(1 + (at % 28)).padStart(2, "0");
    return [id, "00c0ffee", "dg-2026", "desk-evaluation", "1", unit, "", "paper", "complete", `2026-${month}-${day}T09:00:00+07:00`, "60", "", "", "", "", "", one, "", three, four, "", "", seven, "", "", ""].join(",");
  });
  return { name, mimeType: "text/csv", buffer: Buffer.from(`\ufeff${[HEADER, ...rows].join("\r\n")}\r\n`) };
}

export { bring } from "./quarters.mjs";

/** The office rating an indicator: its level, and the source where there is one. */
export async function rate(page, criterion, level, source, column = "assessed") {
  await page.locator(`[name=level-${column}-${criterion}]`).selectOption(level);
  if (source !== undefined) await page.locator(`[name=source-${column}-${criterion}]`).fill(source);
}
