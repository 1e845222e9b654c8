// The whole app without a server, and a new build while a survey is under way.
import { expect, test } from "./page.mjs";
import { Citizen, places } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire, builtInCampaign } from "./wording.mjs";
import { sites } from "./server.mjs";

const desk = new Questionnaire("sipas-desk");
const titles = desk.criteria.map((criterion) => desk.say(criterion.text));
const complete = {
  places: places(builtInCampaign),
  field: "thue",
  answers: Object.fromEntries(desk.criteria.map(({ id }) => [id, "4"])),
  gates: { gave_feedback: "no" },
};

/** What the browser says of its own when a worker looks for an update and the server is away. */
const AWAY = /^console error: .*(ERR_CONNECTION_REFUSED|fetching the script)/;

/** Waits until the worker is in charge and has everything a citizen needs. */
const inCharge = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    }
  });

/** Lets the browser look for a new build, as it does by itself, and waits until one is ready. */
const findUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const coming = registration.installing ?? registration.waiting;
    while (coming.state === "installing") {
      await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
    }
  });

const KEPT = "Trang dành cho nhân viên dùng được cả khi mất mạng.";
const label = (page) => page.locator("html").getAttribute("data-label");
const offer = (page) => page.locator("[data-screen=update]");

test("with the server stopped a reloaded survey goes on to its thanks, and the staff's pages work", async ({ page, site, forgive }) => {
  const citizen = new Citizen(page, { home: site.url });
  const staff = new Staff(page, { home: site.url });
  await staff.open();
  await expect(page.getByText(KEPT)).toBeVisible();
  await citizen.arrive();
  await citizen.begin();
  await citizen.answer("Thuế");
  await citizen.meets(titles[0]);
  await citizen.answer("Hài lòng");
  await citizen.meets(titles[1]);

  await site.stop();
  await page.reload();
  await citizen.ready();
  await citizen.press("restart");
  await citizen.fillIn(desk, complete);

  await page.goto("about:blank");
  await staff.open("results");
  expect((await staff.figures())["index/overall"].value).toBe(1);
  await staff.goTo("Dữ liệu");
  const file = await staff.download("csv", "sipas-desk");
  expect(file.text.split("\r\n")).toHaveLength(3);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh" });
  await staff.open("results");
  await page.locator("[data-filter=questionnaire]").selectOption("sipas-desk");
  await expect(staff.value("count/ballots")).toHaveText("1");
  await page.reload();
  await expect(staff.heading).toBeVisible();
  forgive(AWAY);
});

test("a device that only ever answered keeps answering with the server stopped", async ({ page, site, forgive }) => {
  const citizen = new Citizen(page, { home: site.url });
  await citizen.arrive();
  await inCharge(page);
  await site.stop();
  await page.goto("about:blank");
  await citizen.arrive("/survey?unit=gia-lai/duc-co");
  await citizen.begin();
  await citizen.fillIn(desk, complete);
  // The staff's part was never asked for, so it is not here; that is said, and the survey goes on.
  await page.goto(`${site.url}#/staff`);
  await expect(page.getByRole("heading", { name: "Chưa mở được phần này của ứng dụng" })).toBeVisible();
  await site.start();
  await page.getByRole("button", { name: "Thử lại" }).click();
  await expect(page.locator("#staff h1")).toBeVisible();
  forgive(AWAY);
  forgive(/split_staff|chunk_\d+|Failed to fetch|ERR_FAILED/);
});

test("a survey running while a new build is deployed finishes on the old build and keeps its ballot", async ({ page, site }) => {
  const citizen = new Citizen(page, { home: site.url });
  const staff = new Staff(page, { home: site.url });
  await staff.open();
  await expect(page.getByText(KEPT)).toBeVisible();
  await citizen.arrive();
  await inCharge(page);
  await citizen.begin();
  await citizen.meets(citizen.says.field);

  await site.deploy(sites.next);
  await findUpdate(page);
  await expect(offer(page)).toHaveCount(0);
  await citizen.fillIn(desk, complete);
  expect(await label(page)).toBe("");
  await expect(offer(page)).toHaveCount(0);

  // Nor is it offered between two citizens; at the front door and at the staff's first page it is.
  await citizen.press("again");
  await expect(citizen.start).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await page.goto(`${site.url}#/kiosk`);
  await expect(page.locator("[data-screen=attract]")).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await staff.open();
  await expect(offer(page).filter({ visible: true })).toHaveCount(1);
  await citizen.arrive("/");
  await page.getByRole("button", { name: "Dùng bản mới" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-label", "next");
  await citizen.ready();
  await expect(offer(page)).toHaveCount(0);
  await staff.open("results");
  expect((await staff.figures())["count/ballots"].value).toBe(1);
});

test("a survey in one tab is not disturbed when another tab takes the new build", async ({ page, context, site }) => {
  const citizen = new Citizen(page, { home: site.url });
  await citizen.arrive();
  await inCharge(page);
  await citizen.begin();
  await citizen.answer("Thuế");
  await citizen.meets(titles[0]);

  const other = await context.newPage();
  await other.goto(`${site.url}#/staff`);
  await expect(other.getByText(KEPT)).toBeVisible();
  await site.deploy(sites.next);
  await findUpdate(other);
  await other.getByRole("button", { name: "Dùng bản mới" }).click();
  await expect(other.locator("html")).toHaveAttribute("data-label", "next");

  await citizen.sees(titles[0]);
  await citizen.answer("Rất hài lòng");
  await citizen.meets(titles[1]);
  await citizen.press("stop");
  await citizen.press("submit");
  await citizen.seesThanks();
  expect(await label(page)).toBe("");
  await other.goto(`${site.url}#/staff/results`);
  await expect(other.locator("[data-figure='count/ballots']")).toHaveText("1");
});

test("a survey half-done on the old build is offered on the new one", async ({ page, site }) => {
  const citizen = new Citizen(page, { home: site.url });
  await citizen.arrive();
  await inCharge(page);
  await citizen.begin();
  await citizen.answer("Thuế");
  await citizen.meets(titles[0]);
  await citizen.answer("Không hài lòng");
  await citizen.meets(titles[1]);
  await site.deploy(sites.next);
  await findUpdate(page);
  await citizen.arrive("/");
  await page.getByRole("button", { name: "Dùng bản mới" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-label", "next");
  await citizen.ready();
  await citizen.begin();
  await citizen.press("resume");
  await citizen.meets(titles[1]);
  await citizen.press("back");
  await citizen.meets(titles[0]);
  await expect(citizen.choice("Không hài lòng")).toBeChecked();
});

test("staff who come for the first time after a deployment are offered the new build, not a dead end", async ({ page, site, forgive }) => {
  const citizen = new Citizen(page, { home: site.url });
  await citizen.arrive();
  await inCharge(page);
  await site.deploy(sites.next);
  await findUpdate(page);
  await page.goto(`${site.url}#/staff`);
  await page.getByRole("button", { name: "Dùng bản mới" }).filter({ visible: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-label", "next");
  await expect(page.locator("#staff h1")).toBeVisible();
  forgive(/split_staff|chunk_\d+\.wasm: 404|status of 404/);
});
