// The start screen: there before the program, in both languages, and honest when the program cannot start.
import { test, expect } from "./page.mjs";

test("the start screen shows and the program starts", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khảo sát mức độ hài lòng của người dân", { useInnerText: true });
  await expect(page.locator("#start [data-action=start]")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
});

test("a remembered language and text size are there from the first paint", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("sipas/language", "en");
    localStorage.setItem("sipas/text-size", "150");
  });
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Citizen satisfaction survey", { useInnerText: true });
  await expect(page.locator("html")).toHaveCSS("font-size", "24px");
});

test("without the program the page says so and offers to reload", async ({ page, complaints }) => {
  await page.route("**/app.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("button", { name: "Tải lại" })).toBeVisible();
  await expect(page.locator("#start")).toBeHidden();
  complaints.length = 0;
});

test("without JavaScript the start screen explains itself", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Khảo sát mức độ hài lòng");
  await expect(page.locator("noscript .no-script")).toContainText("Ứng dụng này cần JavaScript");
  await context.close();
});
