// The staff's pages: what is typed stays, a save can be taken back, filters choose what is counted.
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const quick = new Questionnaire("quick");

test("what is typed into the campaign survives a switch of the language", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  await page.getByLabel("Tên quầy").fill("Quầy số 2");
  await staff.area.locator("[data-action=language]").click();
  await expect(page.getByLabel("Name of the counter")).toHaveValue("Quầy số 2");
  await staff.area.locator("[data-action=text-size]").click();
  await expect(page.getByLabel("Name of the counter")).toHaveValue("Quầy số 2");
});

test("a filter survives a switch of the language", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "Hộ tịch | Civil status\nThuế | Tax" });
  const citizen = new Citizen(page);
  await citizen.arrive();
  await citizen.begin();
  for (const [at, field] of ["Hộ tịch", "Thuế"].entries()) {
    if (at > 0) await citizen.another();
    await citizen.meets(citizen.says.field);
    await citizen.answer(field);
    await citizen.meets(quick.say(quick.general.text));
    await citizen.answer("Hài lòng");
    await citizen.press("submit");
    await citizen.seesThanks();
  }
  await staff.open("results");
  const filter = page.locator("[data-filter=field]");
  await filter.selectOption("ho-tich");
  await expect(staff.value("count/ballots")).toHaveText("1");
  await staff.area.locator("[data-action=language]").click();
  await expect(filter).toHaveValue("ho-tich");
  await expect(filter.locator("option:checked")).toHaveText("Civil status");
  await expect(staff.value("count/ballots")).toHaveText("1");
  await page.locator("[data-action=clear-filter]").click();
  await expect(staff.value("count/ballots")).toHaveText("2");
  await page.locator("[data-filter=to]").fill("2020-01-01");
  await expect(page.getByText("No ballots match the filter.")).toBeVisible();
});

test("a saved campaign is used at once, can be taken back, and the built-in one comes back", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ name: "Đợt mới", counter: "Quầy 3", questionnaire: "Đánh giá nhanh" });
  await expect(staff.area.locator(".where")).toHaveText("Đợt mới · Quầy 3");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(staff.area.locator(".where")).toHaveText("Khảo sát tại quầy");
  await staff.setCampaign({ name: "Đợt mới" });
  await page.getByRole("button", { name: "Dùng lại đợt khảo sát có sẵn" }).click();
  await expect(staff.area.locator(".where")).toHaveText("Khảo sát tại quầy");
  await page.reload();
  await expect(staff.area.locator(".where")).toHaveText("Khảo sát tại quầy");
});

test("lines that cannot be read are named, and nothing is saved with them", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  await page.getByLabel("Các đơn vị, mỗi dòng một đơn vị").fill("Xã Một\n!!!\nXã Một");
  const problems = page.locator(".problems li");
  await expect(problems).toHaveText([/dòng 2\).*“!!!”/, /dòng 3\).*“Xã Một”/]);
  await page.getByRole("button", { name: "Lưu đợt khảo sát" }).click();
  await expect(page.locator("[data-screen=saved]")).toBeEmpty();
  expect(await page.evaluate(() => localStorage.getItem("sipas/campaign"))).toBeNull();
});

test("a campaign needs a name", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("campaign");
  await page.getByLabel("Tên đợt khảo sát").fill("  ");
  await page.getByRole("button", { name: "Lưu đợt khảo sát" }).click();
  await expect(page.getByText("Xin đặt tên cho đợt khảo sát.")).toBeVisible();
});

test("where nothing was collected yet the pages say what to do first", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("results");
  await expect(page.getByRole("heading", { name: "Chưa có phiếu nào" })).toBeVisible();
  await staff.goTo("Dữ liệu");
  await expect(page.getByRole("button", { name: "Xuất CSV" })).toBeDisabled();
});

test("ballots of the counter's tablet and of phones are told apart", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "" });
  const citizen = new Citizen(page);
  await citizen.arrive("/kiosk");
  await citizen.beginAtCounter();
  await citizen.fillIn(quick, { answers: { overall: "2" }, reasons: ["officials", "other"] });
  await citizen.press("again");
  await expect(page.locator("[data-screen=attract]")).toBeVisible();
  await staff.open("data");
  const { text } = await staff.download("csv", "quick");
  expect(text).toContain(",kiosk,complete,");
});

test("the colours of the chart are those of its table", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "" });
  const citizen = new Citizen(page);
  await citizen.arrive();
  await citizen.begin();
  await citizen.fillIn(quick, { answers: { overall: "5" } });
  // A single ballot is drawn only where single ballots may be published.
  await staff.view("least=1");
  await expect.poll(() => page.locator("#staff canvas").evaluate((one) => one.height)).toBeGreaterThan(0);
  // One bar of one level fills the chart's width with that level's colour.
  const seen = await page.locator("#staff canvas").evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
      if (data[at + 3] === 255) colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    return [...colours].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
  });
  const swatch = await page.locator("#staff .swatch[data-tone='5']").first().evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(seen.slice(0, 3)).toContain(swatch);
});

test("the chart fits its place: opened directly, and after the screen has turned", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "" });
  const citizen = new Citizen(page);
  await citizen.arrive();
  await citizen.begin();
  await citizen.fillIn(quick, { answers: { overall: "5" } });
  // The style sheet comes after the page has been drawn, as on a slow network.
  await page.route("**/staff.css", async (route) => {
    await page.locator("#staff canvas").waitFor({ state: "attached" });
    await route.continue();
  });
  await page.goto("./#/staff/results?least=1");
  await page.reload();
  const canvas = page.locator("#staff canvas");
  const fit = () => canvas.evaluate((one) => [one.width / devicePixelRatio, one.height / devicePixelRatio, one.clientWidth, one.clientHeight]);
  await expect.poll(async () => (await fit()).map(Math.round)).toEqual([expect.any(Number), 34, Math.round((await fit())[0]), 34]);
  expect((await fit())[2]).toBeGreaterThan(310);
  await page.setViewportSize({ width: 600, height: 360 });
  await expect.poll(async () => Math.round((await fit())[2] - (await fit())[0])).toBe(0);
  expect((await fit())[3]).toBe(34);
});
