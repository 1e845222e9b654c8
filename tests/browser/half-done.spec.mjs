// A survey left half-done: kept over a reload, offered again, taken up or thrown away.
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const desk = new Questionnaire("sipas-desk");
const [first, second, third] = desk.criteria.map((criterion) => desk.say(criterion.text));

/** Past the field, with the first statement answered. */
async function begun(page) {
  const citizen = new Citizen(page);
  await citizen.startSurvey();
  await citizen.meets(citizen.says.field);
  await citizen.answer("Hộ tịch");
  await citizen.meets(first);
  await citizen.answer("Không hài lòng");
  await citizen.meets(second);
  return citizen;
}

test("a half-done survey is offered after a reload and goes on where it was", async ({ page }) => {
  const citizen = await begun(page);
  await page.reload();
  await citizen.ready();
  await citizen.sees("Tiếp tục phiếu đang làm?");
  await page.getByRole("button", { name: "Tiếp tục phiếu này" }).click();
  await citizen.sees(second);
  await citizen.press("back");
  await citizen.sees(first);
  await expect(citizen.choice("Không hài lòng")).toBeChecked();
});

test("an answer chosen in the last moment before a reload is kept", async ({ page }) => {
  const citizen = await begun(page);
  await citizen.choice("Hài lòng").click();
  await page.reload();
  await citizen.ready();
  await page.getByRole("button", { name: "Tiếp tục phiếu này" }).click();
  await citizen.sees(second);
  await expect(citizen.choice("Hài lòng")).toBeChecked();
});

test("a half-done survey that is thrown away is gone for good", async ({ page }) => {
  const citizen = await begun(page);
  await page.reload();
  await citizen.ready();
  await page.getByRole("button", { name: "Bỏ phiếu này, làm phiếu mới" }).click();
  await citizen.sees(citizen.says.field);
  await expect(citizen.choice("Hộ tịch")).not.toBeChecked();
  await page.reload();
  await citizen.ready();
  await citizen.sees(citizen.says.field);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("ho-tich");
});

test("nothing is offered where nothing was answered", async ({ page }) => {
  const citizen = new Citizen(page);
  await citizen.startSurvey();
  await citizen.press("skip");
  await citizen.meets(first);
  await page.reload();
  await citizen.ready();
  await citizen.sees(citizen.says.field);
});

test("nothing is offered on the counter's tablet: the next person sees nothing of the one before", async ({ page }) => {
  const citizen = await begun(page);
  await citizen.arrive("/kiosk");
  await page.reload();
  await citizen.ready();
  await citizen.beginAtCounter();
  await citizen.meets(citizen.says.field);
  await citizen.answer("Thuế");
  await citizen.meets(first);
  await page.reload();
  await citizen.beginAtCounter();
  await citizen.meets(citizen.says.field);
  await expect(citizen.choice("Thuế")).not.toBeChecked();
});

test("a half-done survey of another questionnaire is not offered, and not lost", async ({ page }) => {
  const citizen = await begun(page);
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh" });
  await citizen.arrive();
  await citizen.begin();
  await citizen.sees(citizen.says.field);
  await staff.setCampaign({ questionnaire: "Khảo sát sự hài lòng" });
  await citizen.arrive();
  await citizen.begin();
  await citizen.sees("Tiếp tục phiếu đang làm?");
});

test("back leads to the screen before and at last to the start; nothing is lost on the way", async ({ page }) => {
  const citizen = await begun(page);
  await citizen.press("back");
  await citizen.meets(first);
  await expect(citizen.choice("Không hài lòng")).toBeChecked();
  await citizen.press("back");
  await citizen.meets(citizen.says.field);
  await expect(citizen.choice("Hộ tịch")).toBeChecked();
  await citizen.press("back");
  await expect(citizen.start).toBeVisible();
  await citizen.begin();
  await citizen.sees("Tiếp tục phiếu đang làm?");
});

test("the browser's own Back leaves the survey without losing it, and Forward offers it", async ({ page }) => {
  const citizen = await begun(page);
  await page.goBack();
  await expect(citizen.start).toBeVisible();
  await page.goForward();
  await citizen.sees("Tiếp tục phiếu đang làm?");
  await page.getByRole("button", { name: "Tiếp tục phiếu này" }).click();
  await citizen.sees(second);
});

test("skipping takes an answer back", async ({ page }) => {
  const citizen = await begun(page);
  await citizen.press("back");
  await citizen.meets(first);
  await citizen.press("skip");
  await citizen.meets(second);
  await citizen.press("back");
  await citizen.meets(first);
  for (const radio of await citizen.screen.getByRole("radio").all()) await expect(radio).not.toBeChecked();
});

test("going on without an answer says what to do, and the sentence goes with the answer", async ({ page }) => {
  const citizen = await begun(page);
  await citizen.press("next");
  await expect(page.getByRole("alert").getByText(citizen.says.reminder)).toBeVisible();
  await citizen.sees(second);
  await citizen.mark("Hài lòng");
  await expect(page.getByText(citizen.says.reminder)).toBeHidden();
  await citizen.press("next");
  await citizen.meets(third);
});

test("stopping before any answer has nothing to send and offers to go on or leave", async ({ page }) => {
  const citizen = new Citizen(page);
  await citizen.startSurvey();
  await citizen.press("stop");
  await citizen.meets(citizen.says.stop);
  await expect(page.getByText("Ông/bà chưa trả lời câu nào, nên không có gì để gửi.")).toBeVisible();
  await expect(citizen.button("submit")).toHaveCount(0);
  await citizen.press("back");
  await citizen.meets(citizen.says.field);
  await citizen.press("stop");
  await citizen.press("discard");
  await expect(citizen.start).toBeVisible();
  await citizen.begin();
  await citizen.sees(citizen.says.field);
});

test("stopping after an answer sends what there is, or erases it if the person wishes", async ({ page }) => {
  const citizen = await begun(page);
  await citizen.press("stop");
  await citizen.press("discard");
  await expect(citizen.start).toBeVisible();
  await citizen.begin();
  await citizen.sees(citizen.says.field);

  await citizen.answer("Thuế");
  await citizen.meets(first);
  await citizen.answer("Rất hài lòng");
  await citizen.meets(second);
  await citizen.press("stop");
  await citizen.meets(citizen.says.stop);
  await citizen.press("submit");
  await citizen.seesThanks();
  const staff = new Staff(page);
  await staff.open("results");
  const figures = await staff.results();
  expect(figures["count/ballots"].value).toBe(1);
  expect(figures["count/stopped"].value).toBe(1);
  expect(figures["index/criterion/access_1"].value).toBe(1);
  expect(figures["index/criterion/access_2"].value).toBeNull();
});

test("two tabs keep their own half-done survey", async ({ page, context }) => {
  const one = await begun(page);
  const other = new Citizen(await context.newPage());
  await other.arrive();
  await other.begin();
  await other.meets(other.says.field);
  await other.answer("Y tế");
  await other.meets(first);
  await one.answer("Hài lòng");
  await one.meets(third);
  await one.press("stop");
  await one.press("submit");
  await one.seesThanks();
  await other.sees(first);
  await other.answer("Bình thường");
  await other.meets(second);
  await other.page.reload();
  await other.ready();
  await other.sees("Tiếp tục phiếu đang làm?");
});
