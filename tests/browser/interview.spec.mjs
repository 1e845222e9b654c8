// Home interviews: the list by number, the tablet changing hands, and practice that leaves nothing.
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { counted, leftovers } from "./kiosk.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const desk = new Questionnaire("sipas-desk");
const titles = desk.criteria.map((criterion) => desk.say(criterion.text));
/** Where the part about officials begins and ends. */
const begins = desk.criteria.findIndex(({ id }) => id === "officials_1");
const ends = desk.criteria.findIndex(({ id }) => id === "results_1");

const hand = (page, which) => page.locator(`#interview [data-screen=hand-${which}]`);
const take = (page) => page.locator("#interview [data-action=hand-taken]").click();
const visit = (page, number) => page.locator(`[data-number="${number}"]`);

async function round(page, last = 5) {
  await page.goto("./#/staff/collect/interview");
  await page.locator("[name=last-household]").fill(String(last));
  await page.locator("[data-action=set-households]").click();
  await expect(visit(page, 1)).toBeVisible();
}

/** From the field to the last statement before the officials. */
async function toOfficials(citizen) {
  await citizen.meets(citizen.says.field);
  await citizen.press("skip");
  for (let at = 0; at < begins; at += 1) {
    await citizen.meets(titles[at]);
    await citizen.answer("Hài lòng");
  }
}

test("a household is interviewed: explanations open, the tablet handed over for the officials and back", async ({ page }) => {
  const citizen = new Citizen(page);
  await round(page);
  await page.locator("[data-action=next-household]").click();
  await page.locator("[data-action=interview]").click();
  await citizen.meets(citizen.says.field);
  await citizen.press("skip");
  await citizen.meets(titles[0]);
  await expect(page.locator("#screen details")).toHaveAttribute("open", "");
  await citizen.press("back");
  await toOfficials(citizen);
  await expect(hand(page, "over")).toBeVisible();
  await expect(page.locator("#screen")).toBeHidden();
  await take(page);
  for (let at = begins; at < ends; at += 1) {
    await citizen.meets(titles[at]);
    await citizen.answer("Không hài lòng");
  }
  await expect(hand(page, "back")).toBeVisible();
  await expect(page.locator("#screen")).toBeHidden();
  await take(page);
  await citizen.meets(titles[ends]);
  // Going back to what the person answered in private, it changes hands again.
  await citizen.press("back");
  await expect(hand(page, "over")).toBeVisible();
  await take(page);
  await citizen.press("next");
  await take(page);
  await citizen.meets(titles[ends]);
  await citizen.press("stop");
  await citizen.press("submit");
  await citizen.seesThanks();
  await citizen.press("again");
  await expect(page.locator("#staff h1")).toHaveText("Phỏng vấn tại nhà");
  await expect(visit(page, 1)).toHaveAttribute("data-visit", "done");
  await expect(page.locator('[data-figure="households/done"]')).toHaveText("1");
  const staff = new Staff(page);
  await staff.open();
  await expect.poll(() => counted(page, "interviewer")).toMatchObject({ shown: 1, started: 1, stopped: 1, empty: 0, rate: 1 });
  await staff.open("data");
  expect((await staff.download("csv", "sipas-desk")).text).toMatch(/,interviewer,stopped,/);
});

test("households are marked by number, undone, kept over a reload and a wiped local storage", async ({ page }) => {
  await round(page);
  for (const [number, mark] of [[1, "not-home"], [2, "refused"], [3, "revisit"], [4, "refused"]]) {
    await visit(page, number).click();
    await page.locator(`[data-mark="${mark}"]`).click();
    await expect(visit(page, number)).toHaveAttribute("data-visit", mark);
  }
  await page.locator("[data-action=undo-visit]").click();
  await expect(visit(page, 4)).toHaveAttribute("data-visit", "open");
  await expect(page.locator("[data-action=next-household]")).toContainText("5");
  await page.reload();
  await expect(visit(page, 2)).toHaveAttribute("data-visit", "refused");
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(visit(page, 3)).toHaveAttribute("data-visit", "revisit");
  await expect(visit(page, 1)).toHaveAttribute("data-visit", "not-home");
});

test("numbers that make no list are refused and change nothing", async ({ page }) => {
  await round(page);
  await page.locator("#staff summary").click();
  for (const last of ["0", "9999", ""]) {
    await page.locator("[name=last-household]").fill(last);
    await page.locator("[data-action=set-households]").click();
    await expect(page.getByRole("alert").getByText("Số đầu từ 1 trở lên")).toBeVisible();
  }
  await expect(page.locator("[data-number]")).toHaveCount(5);
});

test("an interview broken off is gone on with, one thrown away is counted without an answer", async ({ page }) => {
  const citizen = new Citizen(page);
  await round(page);
  await visit(page, 2).click();
  await page.locator("[data-action=interview]").click();
  await citizen.meets(citizen.says.field);
  await citizen.press("skip");
  await citizen.meets(titles[0]);
  await citizen.answer("Hài lòng");
  await citizen.meets(titles[1]);
  await page.reload();
  await expect(visit(page, 2)).toHaveAttribute("data-visit", "begun");
  await visit(page, 2).click();
  await page.locator("[data-action=interview]").click();
  await citizen.sees(titles[1]);
  await citizen.press("stop");
  await citizen.press("discard");
  await expect(visit(page, 2)).toHaveAttribute("data-visit", "open");
  await new Staff(page).open();
  await expect.poll(() => counted(page, "interviewer")).toMatchObject({ shown: 1, started: 1, stopped: 1, empty: 1 });
  expect((await leftovers(page)).drafts).toEqual([]);
});

test("practice is marked on every screen and leaves nothing behind", async ({ page }) => {
  const citizen = new Citizen(page);
  const marked = () => expect(page.locator("#interview .practice-mark")).toBeVisible();
  await round(page);
  await page.locator("[data-action=practice]").click();
  await marked();
  await toOfficials(citizen);
  await expect(hand(page, "over")).toContainText("LUYỆN TẬP");
  await take(page);
  await marked();
  await citizen.press("stop");
  await marked();
  await citizen.press("submit");
  await expect(hand(page, "back")).toContainText("LUYỆN TẬP");
  await take(page);
  await citizen.seesThanks();
  await marked();
  await expect(page.locator("#screen")).not.toContainText("được lưu an toàn", { useInnerText: true });
  expect((await leftovers(page)).drafts).toEqual([]);
  await citizen.press("again");
  await expect(page.locator("#staff h1")).toHaveText("Phỏng vấn tại nhà");
  await expect(page.locator("#interview .practice-mark")).toHaveCount(0);
  const staff = new Staff(page);
  await staff.open();
  expect(await counted(page, "interviewer")).toEqual({});
  await expect(page.locator('[data-figure="stored/ballots"]')).toHaveText("0");
});
