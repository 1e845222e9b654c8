// Choosing by touch moves on after a beat; nobody is moved on, or past a question, against their will.
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const desk = new Questionnaire("sipas-desk");
const titles = desk.criteria.map((criterion) => desk.say(criterion.text));

/** In the page: until every timer that was set for the next second has gone off. */
const beatOver = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));

async function atFirstStatement(page) {
  const citizen = new Citizen(page);
  await citizen.startSurvey();
  await citizen.press("skip");
  await citizen.meets(titles[0]);
  return citizen;
}

test("a touched answer stays in sight for a beat, then the next question comes", async ({ page }) => {
  const citizen = await atFirstStatement(page);
  await citizen.touch("Bình thường");
  await expect(citizen.choice("Bình thường")).toBeChecked();
  await citizen.meets(titles[1]);
});

test("a second thought within the beat is what counts", async ({ page }) => {
  const citizen = await atFirstStatement(page);
  await page.evaluate(() => {
    for (const code of ["1", "5"]) {
      const radio = document.querySelector(`#screen [value="${code}"]`);
      radio.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      radio.click();
    }
  });
  await citizen.meets(titles[1]);
  await citizen.press("back");
  await citizen.meets(titles[0]);
  await expect(citizen.choice("Rất hài lòng")).toBeChecked();
});

test("back within the beat does not come undone", async ({ page }) => {
  const citizen = await atFirstStatement(page);
  await citizen.touch("Hài lòng");
  await citizen.meets(titles[1]);
  await page.evaluate(() => {
    const radio = document.querySelector('#screen [value="4"]');
    radio.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    radio.click();
    document.querySelector("#screen [data-action=back]").click();
  });
  await citizen.meets(titles[0]);
  await beatOver(page);
  await citizen.sees(titles[0]);
});

test("a press of “next” that comes just after the page has moved on does not move it again", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "" });
  const citizen = new Citizen(page);
  await citizen.arrive();
  await citizen.begin();
  // One question, then the comment, where the same place on the screen sends the ballot.
  await page.evaluate(
    () =>
      new Promise((done) => {
        const heading = () => document.querySelector("#screen :is(legend, h1)").innerText;
        const before = heading();
        const radio = document.querySelector('#screen [value="5"]');
        radio.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        radio.click();
        const look = () => {
          if (heading() === before) return requestAnimationFrame(look);
          document.querySelector("#screen .primary").click();
          done();
        };
        look();
      }),
  );
  await citizen.sees("Ông/bà có ý kiến gì khác không?");
});

test("the language can be switched in the middle of a question without losing the answer", async ({ page }) => {
  const citizen = await atFirstStatement(page);
  await citizen.mark("Không hài lòng");
  await citizen.press("language");
  await citizen.sees("There are enough seats in the waiting area");
  await expect(citizen.choice("Dissatisfied")).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(citizen.button("language")).toBeFocused();
  await citizen.press("language");
  await expect(citizen.choice("Không hài lòng")).toBeChecked();
});

test("a comment being written survives language and text size", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "" });
  const citizen = new Citizen(page);
  await citizen.arrive();
  await citizen.begin();
  await citizen.answer("Hài lòng");
  const box = page.getByRole("textbox");
  await box.fill("\nDòng hai \"trích\" <b>");
  await citizen.press("language");
  await expect(box).toHaveValue("\nDòng hai \"trích\" <b>");
  await citizen.press("text-size");
  await expect(box).toHaveValue("\nDòng hai \"trích\" <b>");
  await expect(page.getByText("979 characters left")).toBeVisible();
});

test("text grows in two steps, returns, and is remembered", async ({ page }) => {
  const citizen = await atFirstStatement(page);
  const size = () => page.locator("html").evaluate((root) => getComputedStyle(root).fontSize);
  expect(await size()).toBe("16px");
  await citizen.press("text-size");
  expect(await size()).toBe("20px");
  await citizen.press("text-size");
  expect(await size()).toBe("24px");
  await page.reload();
  expect(await size()).toBe("24px");
  await citizen.ready();
  await citizen.press("text-size");
  expect(await size()).toBe("16px");
});

test("nothing moves for people who asked for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const citizen = await atFirstStatement(page);
  await citizen.mark("Hài lòng");
  const moving = await page.evaluate(() => [
    document.getAnimations().length,
    ...[...document.querySelectorAll("#screen *")].map((one) => parseFloat(getComputedStyle(one).transitionDuration)),
  ]);
  expect(Math.max(...moving)).toBe(0);
});
