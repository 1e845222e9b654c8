// A whole round of the default questionnaire: what was answered is what is counted and what is handed out.
import { expect, test } from "./page.mjs";
import { Citizen, places } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";
import { rowOf, varied } from "./sheets.mjs";
import { expectSameFigures, index } from "./command.mjs";
import { records } from "./table.mjs";

const UNITS = "gia-lai/duc-co: Xã Đức Cơ\ngia-lai/ia-dok: Xã Ia Dơk | Ia Dok commune\nCần Giuộc";
const FIELDS = "Hộ tịch\nđất-đai: Đất đai | Land\nThuế";

// A recording of several hundred screens would take longer than the round.
test.use({ trace: "off" });

test("a round of 33 varied ballots comes out as answered, and its figures are the command line's", async ({ page }) => {
  const desk = new Questionnaire("sipas-desk");
  const asked = places({
    units: [
      { code: "gia-lai/duc-co", label: { vi: "Xã Đức Cơ" } },
      { code: "gia-lai/ia-dok", label: { vi: "Xã Ia Dơk" } },
      { code: "can-giuoc", label: { vi: "Cần Giuộc" } },
    ],
    fields: [
      { code: "ho-tich", label: { vi: "Hộ tịch" } },
      { code: "dat-dai", label: { vi: "Đất đai" } },
      { code: "thue", label: { vi: "Thuế" } },
    ],
  });
  const sheets = varied(desk, asked, 33);
  const staff = new Staff(page);
  await staff.setCampaign({ name: "Đợt thử", units: UNITS, fields: FIELDS.replace("đất-đai", "dat-dai") });

  const citizen = new Citizen(page);
  await citizen.startSurvey();
  for (const [at, sheet] of sheets.entries()) {
    await test.step(`ballot ${at + 1}`, async () => {
      await citizen.fillIn(desk, sheet);
      if (at + 1 < sheets.length) await citizen.another();
    });
  }

  await staff.open("data");
  const file = await staff.download("csv", "sipas-desk");
  const rows = records(file.text);
  const expected = sheets.map((sheet) => rowOf(desk, sheet));
  const decided = Object.keys(expected[0]);
  // Rows of one second stand in the order of their chance ids, so both sides are put in an order of their own.
  const line = (row) => decided.map((name) => `${name}=${row[name]}`).join("|");
  expect(rows.map(line).toSorted()).toEqual(expected.map(line).toSorted());
  expect(new Set(rows.map((row) => row.ballot_id)).size).toBe(sheets.length);
  for (const row of rows) {
    expect(row.campaign).toBe("dot-thu");
    expect(row.submitted_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
    expect(Number(row.duration_secs)).toBeLessThan(100);
  }

  await staff.open("results");
  const all = await index(file.path, "--by", "unit", "--by", "field");
  expectSameFigures(await staff.results(), all);
  await staff.view();

  // Each unit and field chosen alone shows what the command line prints for that group.
  for (const group of all.groups.filter((one) => one.key !== "")) {
    const filter = page.locator(`[data-filter=${group.by}]`);
    await filter.selectOption(group.key);
    await expect(staff.value("count/ballots")).toHaveAttribute("data-value", String(group.ballots));
    const figures = await staff.figures();
    expect(figures["index/overall"].value).toBe(group.overall.rate);
    for (const factor of group.factors) expect(figures[`index/factor/${factor.id}`].value).toBe(factor.rate);
    await page.locator("[data-action=clear-filter]").click();
    await expect(staff.value("count/ballots")).toHaveAttribute("data-value", String(sheets.length));
  }
});
