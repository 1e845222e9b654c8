// The whole survey by keyboard alone.
import { expect, test } from "./page.mjs";
import { SAYS } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const desk = new Questionnaire("sipas-desk");

/** What has the focus, and whether a person can see that it has. */
const focus = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const ring = (element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3;
    };
    const target = one.matches(".choice input") ? one.closest(".choice") : one;
    const box = target.getBoundingClientRect();
    return {
      action: one.dataset.action,
      type: one.type,
      tag: one.localName,
      name: one.name,
      value: one.value,
      ring: ring(target),
      seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });

/** Tabs on until `is` holds, checking that the focus can be seen at every stop. */
async function tabTo(page, is) {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    // A focus that scrolls into view does so before the next frame.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const now = await focus(page);
    expect(now, `the focus can be seen on ${JSON.stringify(now)}`).toMatchObject({ ring: true, seen: true });
    if (is(now)) return now;
  }
  throw new Error("tabbing does not lead there");
}

const headed = (page) => page.locator("#screen").locator("legend:focus, h1:focus");
const isRadio = (now) => now.type === "radio";
const isAction = (name) => (now) => now.action === name;

test("a whole survey is completed by keyboard alone, from the front door to the thanks", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
  await tabTo(page, isAction("start"));
  await page.keyboard.press("Enter");

  const given = {};
  let at = 0;
  const sheet = { gates: { gave_feedback: "yes" }, answers: {} };
  await expect(headed(page)).toHaveText(SAYS.vi.field);
  await tabTo(page, isRadio);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  for (const question of desk.questions(sheet)) {
    await expect(headed(page)).toHaveText(question.title ?? SAYS.vi.respondent);
    if (question.kind === "criterion") {
      await tabTo(page, isRadio);
      if (at % 5 === 4) {
        await tabTo(page, isAction("skip"));
        await page.keyboard.press("Space");
        given[question.id] = "";
      } else {
        // Space takes the first level; each arrow the next one; Enter goes on.
        await page.keyboard.press("Space");
        for (let down = 0; down < at % 5; down += 1) await page.keyboard.press("ArrowDown");
        given[question.id] = (await focus(page)).value;
        expect(given[question.id]).toBe(String(1 + (at % 5)));
        if (at % 2) await page.keyboard.press("Enter");
        else {
          await tabTo(page, isAction("next"));
          await page.keyboard.press("Enter");
        }
      }
      at += 1;
    } else if (question.kind === "gate") {
      await tabTo(page, isRadio);
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
    } else if (question.kind === "comment") {
      await tabTo(page, (now) => now.tag === "textarea");
      await page.keyboard.type("Gõ bằng bàn phím");
      await page.keyboard.press("Enter");
      await page.keyboard.type("hai dòng");
      await tabTo(page, isAction("next"));
      await page.keyboard.press("Enter");
    } else {
      await tabTo(page, (now) => now.name === "age");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await tabTo(page, isAction("submit"));
      await page.keyboard.press("Space");
    }
  }
  await expect(page.locator("[data-screen=thanks]")).toBeVisible();
  await expect(headed(page)).toHaveText(SAYS.vi.thanks);

  const staff = new Staff(page);
  await staff.open("data");
  const { text } = await staff.download("csv", "sipas-desk");
  expect(text).toContain('"Gõ bằng bàn phím\nhai dòng"');
  expect(text).toContain(`,${Object.values(given).join(",")},`);
  expect(text).toContain(",25-34,");
});

test("choosing with the arrow keys never jumps ahead", async ({ page }) => {
  await page.goto("./#/survey/begin");
  await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
  await page.locator("#screen [data-action=skip]").press("Enter");
  const first = desk.say(desk.criteria[0].text);
  await expect(headed(page)).toHaveText(first);
  await tabTo(page, isRadio);
  for (const key of ["Space", "ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  // Longer than the beat after which a touch moves on.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
  await expect(page.locator("#screen legend")).toHaveText(first);
  expect((await focus(page)).value).toBe("2");
});

test("the explanation opens by keyboard and belongs to its question", async ({ page }) => {
  await page.goto("./#/survey/begin");
  await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
  await page.locator("#screen [data-action=skip]").press("Enter");
  await tabTo(page, (now) => now.tag === "summary");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Lúc chờ đến lượt, ông/bà có chỗ ngồi, kể cả khi đông người.")).toBeVisible();
});

test("the staff's pages are reached and left by keyboard", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
  await tabTo(page, (now) => now.tag === "a" && now.action === undefined);
  await page.keyboard.press("Enter");
  await expect(page.locator("#staff h1")).toBeVisible();
  for (const name of ["Kết quả", "Dữ liệu", "Đợt khảo sát"]) {
    await page.locator("#staff nav").getByRole("link", { name }).focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("#staff h1:focus")).toHaveText(name);
  }
});
