// The counter's tablet: one person after the other, and nothing of one for the next.
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { Kiosk, counted, leftovers } from "./kiosk.mjs";
import { prepare } from "./ledger.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const desk = new Questionnaire("sipas-desk");
const first = desk.say(desk.criteria[0].text);

/** At the first statement, at the counter. */
async function asked(page) {
  const citizen = new Citizen(page);
  const kiosk = new Kiosk(page);
  await citizen.arrive("/kiosk");
  await expect(kiosk.waiting).toBeVisible();
  await citizen.beginAtCounter();
  await citizen.meets(citizen.says.field);
  await citizen.press("skip");
  await citizen.meets(first);
  return { citizen, kiosk };
}

test("nobody touches it: asked after 30 s, answering goes on, silence closes it and keeps what was answered", async ({ page }) => {
  await page.clock.install();
  const { citizen, kiosk } = await asked(page);
  await citizen.answer("Hài lòng");
  await citizen.meets(desk.say(desk.criteria[1].text));
  await page.clock.runFor(25_000);
  await expect(kiosk.still).toHaveCount(0);
  await page.clock.runFor(6_000);
  await expect(kiosk.still).toBeVisible();
  const left = Number(await kiosk.still.locator("[data-countdown]").getAttribute("data-countdown"));
  expect(left).toBeGreaterThanOrEqual(18);
  await expect(page.locator("#screen")).toBeHidden();
  await kiosk.still.locator("[data-action=stay]").click();
  await expect(kiosk.still).toHaveCount(0);
  await citizen.sees(desk.say(desk.criteria[1].text));
  await page.clock.runFor(31_000);
  await expect(kiosk.still).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(kiosk.waiting).toBeVisible();
  await expect.poll(async () => (await leftovers(page)).drafts).toEqual([]);
  await kiosk.leave(null);
  await expect.poll(() => counted(page)).toMatchObject({ shown: 1, started: 1, completed: 0, stopped: 0, timed_out: 1, empty: 0, rate: 1 });
  const staff = new Staff(page);
  await staff.open("data");
  const { text } = await staff.download("csv", "sipas-desk");
  expect(text).toMatch(/,kiosk,stopped,/);
  expect(text.trim().split("\r\n")).toHaveLength(2);
});

test("another person at the question begins anew; with nothing answered there is no ballot, but it is counted", async ({ page }) => {
  await page.clock.install();
  const { kiosk } = await asked(page);
  await page.clock.runFor(31_000);
  await kiosk.still.locator("[data-action=give-up]").click();
  await expect(kiosk.waiting).toBeVisible();
  await expect.poll(async () => (await leftovers(page)).drafts).toEqual([]);
  await kiosk.leave(null);
  await expect.poll(() => counted(page)).toMatchObject({ shown: 1, started: 1, timed_out: 1, empty: 1, completed: 0, rate: 0 });
  await expect(page.locator('[data-figure="stored/ballots"]')).toHaveText("0");
});

test("thanks give way to the next person after 8 s, in the language and size the tablet was set up with", async ({ page, context }) => {
  await prepare(context);
  await page.clock.install();
  const citizen = new Citizen(page);
  const kiosk = new Kiosk(page);
  await citizen.arrive("/kiosk");
  await citizen.beginAtCounter();
  await citizen.press("language");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await citizen.press("text-size");
  await page.evaluate(() => quick.see("#screen [data-criterion=overall] input[value='5']").then((input) => input.click()));
  await page.getByRole("textbox").fill("chữ của người trước");
  // A press just after the page has moved by itself is not taken for the new screen.
  await page.clock.runFor(1_000);
  await citizen.press("submit");
  await expect(page.locator("#screen [data-screen=thanks]")).toBeVisible();
  await page.clock.runFor(9_000);
  await expect(kiosk.waiting).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "100");
  const found = await leftovers(page);
  expect(found.seen).not.toContain("người trước");
  expect(found.drafts).toEqual([]);
});

test("the screen is filled and kept on with the first touch", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.asked = [];
    Element.prototype.requestFullscreen = async function () {
      asked.push("full");
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind) => (asked.push(kind), { release: async () => asked.push("released") }) } });
  });
  const { kiosk, citizen } = await asked(page);
  expect(await page.evaluate(() => asked)).toEqual(expect.arrayContaining(["full", "screen"]));
  await citizen.press("stop");
  await citizen.press("discard");
  await kiosk.leave(null);
  expect(await page.evaluate(() => asked)).toContain("released");
});

test("a reload in the middle leads to waiting, and keeps what was answered", async ({ page }) => {
  const { citizen, kiosk } = await asked(page);
  await citizen.answer("Không hài lòng");
  await citizen.meets(desk.say(desk.criteria[1].text));
  await page.reload();
  await expect(kiosk.waiting).toBeVisible();
  const found = await leftovers(page);
  expect(found.drafts).toEqual([]);
  await kiosk.leave(null);
  await expect.poll(() => counted(page)).toMatchObject({ started: 1, stopped: 1, empty: 0 });
  await expect(page.locator('[data-figure="stored/ballots"]')).toHaveText("1");
});

test("the browser's Back is the survey's own, down to waiting, and never leads out", async ({ page }) => {
  const { citizen, kiosk } = await asked(page);
  await page.goBack();
  await citizen.meets(citizen.says.field);
  await page.goBack();
  await expect(kiosk.waiting).toBeVisible();
  await page.goBack();
  await expect(kiosk.waiting).toBeVisible();
  await kiosk.leave(null);
  await expect.poll(() => counted(page)).toMatchObject({ shown: 1, started: 1, stopped: 1, empty: 1 });
});

for (const file of ["**/split_staff*", "**/kiosk.js"]) {
  test(`without ${file} it says so and begins nothing`, async ({ page, forgive }) => {
    await page.route(file, (route) => route.abort());
    await page.goto("./#/kiosk");
    await expect(page.locator("#screen h1")).toHaveText("Chưa mở được phần này của ứng dụng");
    await expect(page.locator("#kiosk [data-action=start]")).toHaveCount(0);
    await page.unroute(file);
    await page.getByRole("button", { name: "Thử lại" }).click();
    await expect(page.locator("#kiosk [data-action=start]")).toBeVisible();
    forgive(/ERR_FAILED|Failed to (fetch|load)/);
  });
}

test("outside the opening hours it is dark and wakes by itself", async ({ page }) => {
  // A Saturday, with the counter open from Monday to Friday.
  await page.clock.install({ time: new Date("2026-11-21T10:00:00+07:00") });
  const kiosk = new Kiosk(page);
  await kiosk.openSettings();
  await page.locator("[name=has-hours]").check();
  await page.locator("[name=from]").fill("07:30");
  await page.locator("[data-action=save-kiosk]").click();
  await expect(page.locator("[data-screen=kiosk-saved]")).not.toBeEmpty();
  await page.locator("[data-action=start-kiosk]").click();
  const closed = page.locator("#kiosk [data-screen=closed]");
  await expect(closed).toContainText("07:30 thứ Hai");
  await expect(page.locator("#kiosk [data-action=start]")).toHaveCount(0);
  await page.clock.setSystemTime(new Date("2026-11-23T07:29:50+07:00"));
  await page.clock.runFor(1_000);
  await expect(closed).toContainText("07:30 hôm nay");
  await page.clock.runFor(15_000);
  await expect(kiosk.waiting).toBeVisible();
});
