// Two hundred people in a row at one tablet: finishing, stopping, walking away, pressing Back, reloading.
import { expect, test } from "./page.mjs";
import { Kiosk, counted, leftovers } from "./kiosk.mjs";
import { exported, prepare } from "./ledger.mjs";

const MANY = 200;

/** What a person does, how they end, and whether a ballot is kept. */
const KINDS = {
  finishes: ["completed", true],
  stops: ["stopped", true],
  discards: ["stopped", false],
  walksAwayAnswered: ["timed_out", true],
  walksAwayAtOnce: ["timed_out", false],
  goesBackAndFinishes: ["completed", true],
  goesBackOut: ["stopped", true],
  reloadsAnswered: ["stopped", true],
  reloadsAtOnce: ["stopped", false],
  onlyTouches: [null, false],
};

/** The same people in every run (a linear congruential generator). */
function people() {
  let seed = 7;
  const kinds = Object.keys(KINDS);
  return Array.from({ length: MANY }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return kinds[Math.floor((seed / 2_147_483_648) * kinds.length)];
  });
}

test.use({ trace: "off" });

test("200 people in a row leave exactly their ballots and counts, and none of them anything for the next", async ({ page, context, baseURL }) => {
  test.setTimeout(600_000);
  await prepare(context);
  // In the morning: the page shows the counts of one day.
  await page.clock.install({ time: "2026-11-21T08:00:00+07:00" });
  const kiosk = new Kiosk(page);
  await page.goto("./#/staff");
  await kiosk.openSettings();
  await kiosk.start();
  const length = await page.evaluate(() => history.length);
  const expected = { shown: 0, started: 0, completed: 0, stopped: 0, timed_out: 0, empty: 0 };
  const kept = [];

  const waiting = () => page.evaluate(() => quick.see("#kiosk [data-screen=attract]").then(() => {}));
  const press = (action) => page.evaluate((action) => quick.see(`#screen [data-action=${action}]`).then((button) => button.click()), action);
  const begin = async () => {
    await page.evaluate(() => quick.see("#kiosk [data-action=start]").then((button) => button.click()));
    const chosen = await page.evaluate(() => quick.see("#screen [data-criterion=overall]").then(() => document.querySelectorAll("#screen :checked").length));
    expect(chosen).toBe(0);
  };
  /** To the comment, with the mark of this person in it. */
  const answer = (mark) =>
    page.evaluate(async (mark) => {
      (await quick.see("#screen [data-criterion=overall] input[value='4']")).click();
      (await quick.see("#screen [data-action=next]")).click();
      const area = await quick.see("#screen textarea");
      if (area.value) throw new Error(`found ${area.value}`);
      area.value = mark;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, mark);
  const walkAway = async () => {
    await page.clock.fastForward(31_000);
    await page.evaluate(() => quick.see("#kiosk-still").then(() => {}));
    await page.clock.fastForward(21_000);
  };
  const thanks = async () => {
    await page.evaluate(() => quick.see("#screen [data-screen=thanks]").then(() => {}));
    await page.clock.fastForward(9_000);
  };

  for (const [at, kind] of people().entries()) {
    const mark = `người-${at}-`;
    const [end, ballot] = KINDS[kind];
    await waiting();
    if (kind === "onlyTouches") {
      await page.evaluate(() => document.querySelector("#kiosk p").click());
      await page.clock.fastForward(61_000);
    } else {
      await begin();
      expected.started += 1;
    }
    switch (kind) {
      case "finishes":
        await answer(mark);
        await press("submit");
        await thanks();
        break;
      case "stops":
        await answer(mark);
        await press("stop");
        await press("submit");
        await thanks();
        break;
      case "discards":
        await answer(mark);
        await press("stop");
        await press("discard");
        break;
      case "walksAwayAnswered":
        await answer(mark);
        await walkAway();
        break;
      case "walksAwayAtOnce":
        await walkAway();
        break;
      case "goesBackAndFinishes":
        await answer(mark);
        await page.goBack();
        await page.evaluate(() => quick.see("#screen [data-criterion=overall] input:checked").then(() => {}));
        await press("next");
        await press("submit");
        await thanks();
        break;
      case "goesBackOut":
        await answer(mark);
        await page.goBack();
        await page.evaluate(() => quick.see("#screen [data-criterion=overall]").then(() => {}));
        await page.goBack();
        break;
      case "reloadsAnswered":
        await answer(mark);
        await page.reload();
        break;
      case "reloadsAtOnce":
        await page.reload();
        break;
    }
    await waiting();
    expected.shown += 1;
    if (end) expected[end] += 1;
    if (end && !ballot) expected.empty += 1;
    if (ballot) kept.push(mark);
    // Keeping what was answered takes a moment; what can be seen is gone at once.
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(mark);
    await expect.poll(async () => (await leftovers(page)).drafts, { message: `${at} ${kind}` }).toEqual([]);
    const found = await leftovers(page);
    expect(found.seen, `${at} ${kind}`).not.toContain("người-");
    expect(found.chosen).toBe(0);
  }
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(length + 2);

  await kiosk.leave(null);
  await expect.poll(() => counted(page)).toMatchObject(expected);
  const answered = expected.completed + expected.stopped + expected.timed_out - expected.empty;
  expect((await counted(page)).rate).toBeCloseTo(answered / expected.shown, 12);
  expect(kept).toHaveLength(answered);
  expect((await exported(page, baseURL)).sort()).toEqual(kept.sort());
});
