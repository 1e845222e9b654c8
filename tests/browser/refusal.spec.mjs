// What cannot work says so in plain Vietnamese, names what is wrong, and loses nothing.
import { readFileSync } from "node:fs";
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";

const quick = new Questionnaire("quick");
const heading = (page) => page.getByRole("alert").getByRole("heading", { level: 1 });

test.describe("files", () => {
  // A browser without service workers, as in some private windows: one would answer before a test's changes.
  test.beforeEach(({ page }) => page.addInitScript(() => delete Navigator.prototype.serviceWorker));

  const desk = readFileSync(new URL("../../public/questionnaires/sipas-desk.json", import.meta.url), "utf8");
  const answer = (page, path, reply) => page.route(`**/${path}`, (route) => route.fulfill(reply));

  test("a questionnaire with mistakes is refused with the place of each", async ({ page }) => {
    const tree = JSON.parse(desk);
    tree.factors[0].criteria[1].scale = "không-có";
    tree.scales[0].levels[4].satisfied = "yes";
    await answer(page, "questionnaires/sipas-desk.json", { json: tree });
    await page.goto("./#/survey");
    await expect(heading(page)).toHaveText("Bộ câu hỏi có lỗi, chưa dùng được");
    await expect(page.getByText("Các phiếu đã lưu không bị ảnh hưởng.")).toBeVisible();
    const lines = await page.locator("#screen .details li").allTextContents();
    expect(lines.join("\n")).toMatch(/questionnaires\/sipas-desk\.json › .*levels\[4\]\.satisfied/);
    // With the file mended, trying again goes on.
    await page.unroute("**/questionnaires/sipas-desk.json");
  });

  test("a questionnaire that is not JSON is refused with the line", async ({ page }) => {
    await answer(page, "questionnaires/sipas-desk.json", { body: desk.replace('"version": 1,', '"version": 1') });
    await page.goto("./");
    await expect(heading(page)).toHaveText("Bộ câu hỏi có lỗi, chưa dùng được");
    await expect(page.locator("#screen .details li")).toContainText("questionnaires/sipas-desk.json");
  });

  test("a questionnaire that is not there is said so, and trying again finds it", async ({ page, forgive }) => {
    await answer(page, "questionnaires/sipas-desk.json", { status: 404, body: "" });
    await page.goto("./#/survey");
    await expect(heading(page)).toHaveText("Chưa tải được bộ câu hỏi");
    await expect(page.locator("#screen .details li")).toHaveText("questionnaires/sipas-desk.json: questionnaires/sipas-desk.json: 404");
    await page.unroute("**/questionnaires/sipas-desk.json");
    await page.getByRole("button", { name: "Thử lại" }).click();
    await expect(page.locator("#start")).toBeVisible();
    forgive(/status of 404/);
  });

  test("a campaign that is not there is said so", async ({ page, forgive }) => {
    await page.route("**/campaign.json", (route) => route.abort());
    await page.goto("./#/survey");
    await expect(heading(page)).toHaveText("Chưa tải được bộ câu hỏi");
    forgive(/ERR_FAILED/);
  });

  test("where the staff's part cannot be loaded that is said, and the survey is a step away", async ({ page, forgive }) => {
    await page.route("**/split_staff*", (route) => route.abort());
    await page.goto("./#/staff");
    await expect(heading(page)).toBeVisible();
    await page.unroute("**/split_staff*");
    await page.getByRole("button", { name: "Thử lại" }).click();
    await expect(page.locator("#staff h1")).toBeVisible();
    forgive(/ERR_FAILED|Failed to fetch/);
  });
});

for (const fragment of ["/surveys", "survey", "/staff/nothing", "/survey/begin/more", "/%E0%A4%A", "/survey/begin?unit=%00BAD", "/kiosk?field=Đất đai", "/survey?unit=", "/<img src=x>"]) {
  test(`the address #${fragment} leads to a notice, not into a survey`, async ({ page }) => {
    const citizen = new Citizen(page);
    await citizen.arrive(fragment);
    await expect(heading(page)).toHaveText("Không có trang này");
    await expect(page.locator("#start")).toBeHidden();
    await page.getByRole("button", { name: "Về trang đầu" }).click();
    await expect(citizen.start).toBeVisible();
  });
}

test("a scanned address with unit and field asks for neither, and the ballot carries them", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh" });
  const citizen = new Citizen(page);
  await page.goto("about:blank");
  await citizen.arrive("/survey?unit=gia-lai%2Fduc-co&field=ho-tich&utm=1");
  await citizen.begin();
  await citizen.fillIn(quick, { answers: { overall: "4" } });
  await staff.open("data");
  expect((await staff.download("csv", "quick")).text).toContain(",quick,1,gia-lai/duc-co,ho-tich,phone,");
});

test.describe("storage", () => {
  const off = {
    localStorage: () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
    indexedDB: () => Object.defineProperty(window, "indexedDB", { get: () => undefined }),
    openIndexedDB: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    },
  };

  async function answered(page) {
    const citizen = new Citizen(page);
    await citizen.arrive("/survey");
    await citizen.begin();
    await citizen.answer("Thuế");
    await citizen.meets("Nơi ngồi chờ có đủ chỗ");
    await citizen.answer("Hài lòng");
    await citizen.press("stop");
    await citizen.press("submit");
    await citizen.seesThanks();
  }

  test("without local storage the survey is kept in the other store, counted from it, and handed out", async ({ page }) => {
    await page.addInitScript(off.localStorage);
    await answered(page);
    await page.reload();
    const staff = new Staff(page);
    await staff.open("results");
    await expect(staff.value("count/ballots")).toHaveText("1");
    await staff.open("data");
    expect((await staff.download("csv", "sipas-desk")).text.split("\r\n")).toHaveLength(3);
    // A campaign said to be saved must be there at the next visit.
    await staff.open("campaign");
    await page.getByLabel("Tên đợt khảo sát").fill("Đợt có còn không");
    await page.getByRole("button", { name: "Lưu đợt khảo sát" }).click();
    const said = page.locator("[data-screen=saved]");
    await expect(said).not.toBeEmpty();
    if ((await said.innerText()).includes("Đã lưu")) {
      await page.reload();
      await expect(page.getByLabel("Tên đợt khảo sát")).toHaveValue("Đợt có còn không");
    } else await expect(said).toContainText("Chưa lưu được: trình duyệt không cho ghi.");
  });

  for (const way of ["indexedDB", "openIndexedDB"]) {
    test(`without the second store (${way}) the survey is kept in local storage`, async ({ page }) => {
      await page.addInitScript(off[way]);
      await answered(page);
      await page.reload();
      const staff = new Staff(page);
      await staff.open("results");
      await expect(staff.value("count/ballots")).toHaveText("1");
    });
  }

  test("a second store that cannot be opened at first is waited for", async ({ page }) => {
    await answered(page);
    await page.addInitScript(() => {
      const open = IDBFactory.prototype.open;
      let failures = 3;
      IDBFactory.prototype.open = function (...all) {
        if (failures-- <= 0) return open.apply(this, all);
        const request = { error: new DOMException("Internal error opening backing store", "UnknownError") };
        setTimeout(() => request.onerror());
        return request;
      };
      localStorage.clear();
    });
    await page.reload();
    const staff = new Staff(page);
    await staff.open("results");
    await expect(staff.value("count/ballots")).toHaveText("1");
    await expect(page.locator("[data-engines=one]")).toHaveCount(0);
  });

  test("without any store no survey begins, and the person is told what to do", async ({ page }) => {
    await page.addInitScript(off.localStorage);
    await page.addInitScript(off.indexedDB);
    for (const fragment of ["", "/survey", "/survey/begin", "/kiosk"]) {
      await page.goto(`./#${fragment}`);
      await expect(heading(page)).toHaveText("Chưa thể bắt đầu phiếu");
    }
    await page.getByRole("button", { name: "English" }).click();
    await expect(heading(page)).toHaveText("The survey cannot start yet");
  });

  test("a full store is told, the answers stay, and trying again after making room works", async ({ page }) => {
    const staff = new Staff(page);
    await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "" });
    const citizen = new Citizen(page);
    await citizen.arrive();
    await citizen.begin();
    await citizen.answer("Hài lòng");
    await page.getByRole("textbox").fill("ý kiến phải còn");
    await page.evaluate(() => {
      globalThis.putBack = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith("sipas/g/")) throw new DOMException("full", "QuotaExceededError");
        return globalThis.putBack.call(this, key, value);
      };
    });
    await citizen.press("submit");
    await expect(heading(page)).toHaveText("Chưa lưu được phiếu");
    await expect(page.getByText("Bộ nhớ của máy đã đầy.")).toBeVisible();
    await page.evaluate(() => {
      Storage.prototype.setItem = globalThis.putBack;
    });
    await page.getByRole("button", { name: "Thử lại" }).click();
    await citizen.seesThanks();
    await staff.open("data");
    const { text } = await staff.download("csv", "quick");
    expect(text.split("\r\n")).toHaveLength(3);
    expect(text).toContain("ý kiến phải còn");
  });
});
