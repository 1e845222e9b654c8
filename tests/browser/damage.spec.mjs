// Damaged records and drafts: the others load, the damaged ones are kept, counted and handed out.
// Where the browser has a second store its copies come back; here it mostly has none.
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";
import { records } from "./table.mjs";

const quick = new Questionnaire("quick");

/** A browser without the second store. */
const alone = (page) => page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));

/** Answers of three people, each with a comment long enough to be hit. */
const COMMENTS = ["một ý kiến khá dài để có chỗ hỏng", "ý kiến thứ hai cũng dài như vậy", "ý kiến thứ ba không kém phần dài"];

async function collect(page, comments = COMMENTS) {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "" });
  const citizen = new Citizen(page);
  await citizen.arrive();
  await citizen.begin();
  for (const [at, comment] of comments.entries()) {
    await citizen.fillIn(quick, { answers: { overall: "5" }, comment });
    if (at + 1 < comments.length) await citizen.another();
  }
  return { staff, citizen };
}

/** In the page: every stored group of ballots, and `harm` done to the first that has any ballot's text. */
const groups = (page) =>
  page.evaluate(() => Object.fromEntries(Object.keys(localStorage).filter((key) => key.startsWith("sipas/g/")).map((key) => [key, localStorage.getItem(key)])));

/** Changes one unit in a stored group; `place` is a share of its length. */
const flip = (page, place) =>
  page.evaluate((place) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("sipas/g/"));
    const units = [...Array(localStorage.getItem(key).length)].map((_, at) => localStorage.getItem(key).charCodeAt(at));
    units[Math.floor(units.length * place)] ^= 0x0100;
    const damaged = String.fromCharCode(...units);
    localStorage.setItem(key, damaged);
    return { key, damaged };
  }, place);

for (const [where, place, readable] of [
  ["first", 0.45, 2],
  ["second", 0.7, 2],
  ["last", 0.95, 2],
]) {
  test(`damage in the ${where} of three records leaves the others; the damaged one is set aside, not overwritten`, async ({ page }) => {
    await alone(page);
    const { staff, citizen } = await collect(page);
    expect(Object.keys(await groups(page))).toHaveLength(1);
    const { key, damaged } = await flip(page, place);
    await page.reload();
    await staff.open("data");
    await expect(staff.value("stored/ballots/quick")).toHaveText(String(readable));
    await expect(staff.value("stored/set-aside")).toHaveText("1");
    await expect(page.getByText("bản ghi không đọc được, đã giữ nguyên")).toBeVisible();
    const csv = await staff.download("csv", "quick");
    const kept = records(csv.text).map((row) => row.comment);
    expect(kept).toHaveLength(readable);
    for (const comment of kept) expect(COMMENTS).toContain(comment);
    const aside = await staff.download("set-aside");
    const lines = aside.text.trim().split("\n").map((line) => JSON.parse(line));
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines[0])).toContain(key);

    // Collecting goes on, and the damaged record stays as it is.
    await citizen.arrive("/survey");
    await citizen.begin();
    await citizen.fillIn(quick, { answers: { overall: "1" }, reasons: ["other"] });
    await page.reload();
    expect((await groups(page))[key]).toBe(damaged);
    await staff.open("results");
    await expect(staff.value("count/ballots")).toHaveText(String(readable + 1));
    await staff.open();
    await expect(page.getByRole("link", { name: "Tải các bản ghi đó về" })).toBeVisible();
  });
}

test("with a second store all three come back, and the damaged record is still kept as it is", async ({ page }) => {
  const { staff } = await collect(page);
  const { key, damaged } = await flip(page, 0.7);
  await page.reload();
  await staff.open("data");
  await expect(staff.value("stored/ballots/quick")).toHaveText("3");
  await expect(staff.value("stored/set-aside")).toHaveText("1");
  expect((await groups(page))[key]).toBe(damaged);
  const csv = await staff.download("csv", "quick");
  expect(records(csv.text).map((row) => row.comment).toSorted()).toEqual(COMMENTS.toSorted());
});

test("a record that is nothing but rubbish is set aside, and the survey goes on", async ({ page }) => {
  const { staff, citizen } = await collect(page, COMMENTS.slice(0, 1));
  await page.evaluate(() => localStorage.setItem("sipas/g/ffffffff-0", "{\"không phải\": \"bản ghi\"}"));
  await page.reload();
  await staff.open("data");
  await expect(staff.value("stored/ballots/quick")).toHaveText("1");
  await expect(staff.value("stored/set-aside")).toHaveText("1");
  await citizen.arrive("/survey");
  await citizen.begin();
  await citizen.fillIn(quick, { answers: { overall: "3" } });
  expect(await page.evaluate(() => localStorage.getItem("sipas/g/ffffffff-0"))).toBe("{\"không phải\": \"bản ghi\"}");
});

test("things other programs store at this address are left alone and do no harm", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("khác", "của chương trình khác");
    localStorage.setItem("sipas", "gần giống");
    localStorage.setItem("sipasx/g/1", "gần giống");
  });
  const { staff } = await collect(page, COMMENTS.slice(0, 1));
  await staff.open("data");
  await expect(staff.value("stored/ballots/quick")).toHaveText("1");
  await expect(staff.value("stored/set-aside")).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem("khác"))).toBe("của chương trình khác");
});

for (const [name, harm] of [
  ["cut short", (text) => text.slice(0, text.length / 2)],
  ["not a draft at all", () => "\u0000[object Object]"],
  ["of a later version", (text) => text.replace(/\d/, "9")],
]) {
  test(`a half-done survey whose record is ${name} is kept, and a new survey begins`, async ({ page }) => {
    await alone(page);
    const citizen = new Citizen(page);
    await citizen.startSurvey();
    await citizen.answer("Thuế");
    await citizen.meets("Nơi ngồi chờ có đủ chỗ");
    const draft = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("sipas/draft/")));
    const damaged = harm(draft[1]);
    expect(damaged).not.toBe(draft[1]);
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [draft[0], damaged]);
    await page.reload();
    await citizen.ready();
    await citizen.sees(citizen.says.field);
    await citizen.answer("Y tế");
    await citizen.meets("Nơi ngồi chờ có đủ chỗ");
    await citizen.press("stop");
    await citizen.press("discard");
    expect(await page.evaluate((key) => localStorage.getItem(key), draft[0])).toBe(damaged);
  });
}

test("a stored campaign that cannot be read is named and stays; the survey does not run on a guess", async ({ page }) => {
  await page.goto("./");
  await page.evaluate(() => localStorage.setItem("sipas/campaign", '{"format": "sipas-campaign/1", "name": {"vi": "Đợt hỏng"'));
  const citizen = new Citizen(page);
  await page.reload();
  await citizen.ready();
  await expect(page.getByRole("alert").getByRole("heading")).toHaveText("Bộ câu hỏi có lỗi, chưa dùng được");
  expect(await page.evaluate(() => localStorage.getItem("sipas/campaign"))).toContain("Đợt hỏng");
});
