// The public display: turns by itself, shows no comment and nothing of few people, leads nowhere, keeps up to date.
import { expect, test } from "./page.mjs";
import { Staff } from "./staff.mjs";
import { COMMENT, COUNT, collected } from "./year.mjs";

test.use({ viewport: { width: 1920, height: 1080 } });

async function display(page, query = "") {
  await page.goto(`./#/display${query}`);
  await expect(page.locator(".slide")).toBeVisible();
}

const slide = (page) => page.locator(".slide").getAttribute("data-slide");

test("each slide fits the television, has no comment and leads nowhere", async ({ page }) => {
  await collected(page);
  await display(page);
  const seen = [];
  for (let at = 0; at < 4; at += 1) {
    seen.push(await slide(page));
    const text = await page.locator("body").innerHTML();
    expect(text).not.toContain(COMMENT);
    await expect(page.locator(".display a")).toHaveCount(0);
    await expect(page.locator(".staff")).toHaveCount(0);
    expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([1920, 1080]);
    await page.keyboard.press("ArrowRight");
  }
  expect(seen).toEqual(["overview", "factors", "months", "thanks"]);
  expect(await slide(page)).toBe("overview");
});

test("it shows the report's figures of the last twelve months", async ({ page }) => {
  await collected(page);
  await display(page);
  const index = page.locator(".display [data-figure='index/overall']");
  await expect(page.locator(".display [data-figure='count/ballots']")).toHaveAttribute("data-value", String(COUNT));
  const value = await index.getAttribute("data-value");
  const staff = new Staff(page);
  await staff.open("results");
  await expect(staff.value("index/overall").first()).toHaveAttribute("data-value", value);
  // A display that is opened from the staff's pages has none of them around it, and the way back works.
  await display(page);
  await expect(page.locator(".staff-nav")).toHaveCount(0);
  await page.goBack();
  await expect(staff.heading).toBeVisible();
});

test("slides turn by themselves, stop at a key and go on", async ({ page }) => {
  await collected(page, { from: "2026-11-21T09:30:00+07:00" });
  await display(page);
  expect(await slide(page)).toBe("overview");
  await page.clock.runFor(12_500);
  await expect.poll(() => slide(page)).toBe("factors");
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: "Tiếp tục" })).toBeAttached();
  await page.clock.runFor(60_000);
  expect(await slide(page)).toBe("factors");
  await page.keyboard.press(" ");
  await page.clock.runFor(12_500);
  await expect.poll(() => slide(page)).toBe("months");
});

test("pointer and controls go away when nobody is there", async ({ page }) => {
  await collected(page, { from: "2026-11-21T09:30:00+07:00" });
  await display(page);
  await page.mouse.move(500, 500);
  await expect(page.getByRole("button", { name: "Tạm dừng" })).toBeVisible();
  await page.clock.runFor(5_000);
  await expect(page.getByRole("button", { name: "Tạm dừng" })).toBeHidden();
  expect(await page.locator(".display").evaluate((one) => getComputedStyle(one).cursor)).toBe("none");
  await page.mouse.move(510, 500);
  await expect(page.getByRole("button", { name: "Tạm dừng" })).toBeVisible();
});

test("a month of few people is not shown, and comes when it is published", async ({ page }) => {
  await collected(page);
  await page.addInitScript(() => localStorage.setItem("sipas/office/least", "40"));
  await display(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await slide(page)).toBe("months");
  // March has 35 ballots, November 39.
  await expect(page.locator(".slide .few")).toHaveCount(2);
  await expect(page.locator("[data-figure='index/month/2026-03']")).toHaveCount(0);
  await expect(page.locator("[data-figure='index/month/2026-04']")).toHaveCount(1);
});

test("a unit with three ballots shows nothing", async ({ page }) => {
  await collected(page);
  await display(page, "?unit=gia-lai/xa-005");
  await expect(page.getByText("Kết quả sẽ hiện ở đây khi có đủ phiếu.")).toBeVisible();
  await expect(page.locator(".display [data-figure]")).toHaveCount(0);
});

test("what another tab collects is shown without a reload, and a new month begins at midnight", async ({ page, context, watch }) => {
  watch(context);
  await collected(page, { from: "2026-11-30T23:58:00+07:00" });
  await display(page);
  const ballots = page.locator(".display [data-figure='count/ballots']");
  await expect(ballots).toHaveAttribute("data-value", String(COUNT));
  await expect(page.locator(".slide")).toContainText("Từ tháng 12/2025 đến tháng 11/2026");
  const counter = await context.newPage();
  await counter.goto("./#/survey/begin?unit=gia-lai/xa-001&field=thue");
  await counter.locator("[data-criterion=access_1] input[value='5']").check();
  await counter.locator("[data-action=stop]").click();
  await counter.locator("[data-action=submit]").click();
  await expect(counter.locator("[data-screen=thanks]")).toBeVisible();
  await page.clock.runFor(2_000);
  await expect(ballots).toHaveAttribute("data-value", String(COUNT + 1));
  await counter.close();
  await page.keyboard.press(" ");
  for (let minute = 0; minute < 6; minute += 1) await page.clock.runFor(31_000);
  await expect(page.locator(".slide")).toContainText("Từ tháng 01/2026 đến tháng 12/2026");
});
