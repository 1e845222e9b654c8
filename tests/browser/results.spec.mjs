// The results console: its figures are the command line's under every filter, and its address says what is shown.
import { readFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { Sheet, seed } from "./console.mjs";
import { expectSameFigures } from "./command.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";
import { records } from "./table.mjs";

test.use({ trace: "off" });

const quick = new Questionnaire("quick");

const within = (row, root) => row.unit === root || (root && row.unit.startsWith(`${root}/`));
const day = (row) => row.submitted_at.slice(0, 10);
const month = (row) => row.submitted_at.slice(0, 7);
const quarter = (row) => `${row.submitted_at.slice(0, 4)}-Q${Math.ceil(Number(row.submitted_at.slice(5, 7)) / 3)}`;

/** The ISO week of a day, by way of its Thursday. */
function week(row) {
  const date = new Date(`${day(row)}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const first = Date.UTC(date.getUTCFullYear(), 0, 1, 12);
  return `${date.getUTCFullYear()}-W${String(1 + Math.floor((date - first) / 604_800_000)).padStart(2, "0")}`;
}

/** Addresses, and which rows of the file each must stand for. */
const FILTERS = [
  ["", () => true],
  ["unit=gia-lai", (row) => within(row, "gia-lai")],
  ["unit=gia-lai/nam", (row) => within(row, "gia-lai/nam")],
  ["unit=", (row) => row.unit === ""],
  ["field=thue", (row) => row.field === "thue"],
  ["field=&channel=kiosk", (row) => row.field === "" && row.channel === "kiosk"],
  ["channel=paper", (row) => row.channel === "paper"],
  ["month=2026-10", (row) => month(row) === "2026-10"],
  ["quarter=2026-Q1", (row) => quarter(row) === "2026-Q1"],
  ["from=2026-03-05&to=2026-08-20", (row) => day(row) >= "2026-03-05" && day(row) <= "2026-08-20"],
  ["r.gender=female", (row) => row.gender === "female"],
  ["year=2026&r.age=over-60&r.respondent=individual", (row) => row.submitted_at.startsWith("2026") && row.age === "over-60" && row.respondent === "individual"],
  ["unit=gia-lai&formula=mean-of-factors", (row) => within(row, "gia-lai")],
  ["channel=kiosk&formula=mean-of-criteria", (row) => row.channel === "kiosk"],
  ["formula=general", () => true],
];

/** Views that tell ballots apart, the name of their groups, and a group's key in the file, where the command line has none
 * written into the field (whose groups it has). */
const VIEWS = [
  ["view=units", "unit", null],
  ["view=fields", "field", null],
  ["view=channels", "channel", null],
  ["view=time", "month", null],
  ["view=time&step=week", "week", week],
  ["view=time&step=quarter", "quarter", quarter],
  ["view=units&depth=2", "unit", (row) => row.unit.split("/").slice(0, 2).join("/")],
  ["view=respondents&question=age", "respondent", (row) => row.age],
];

test("every figure of every view is the command line's under 15 filters", async ({ page }, testInfo) => {
  test.setTimeout(480_000);
  const staff = new Staff(page);
  await seed(page);
  await staff.open("data");
  const file = await staff.download("csv", "sipas-desk");
  const sheet = new Sheet(file.text);
  expect(sheet.rows.length).toBe(400);
  const folder = testInfo.outputPath();
  await import("node:fs/promises").then((fs) => fs.mkdir(folder, { recursive: true }));
  for (const [address, take] of FILTERS) {
    await test.step(address || "no filter", async () => {
      const formula = /formula=([\w-]+)/.exec(address)?.[1];
      const options = formula ? ["--formula", formula] : [];
      // The address is written in one order: the view first, what only a view has last.
      const at = (view) => {
        const [first, ...rest] = view.split("&");
        return [first, address, ...rest].filter(Boolean).join("&");
      };
      const all = await sheet.index(folder, { take, options: [...options, ...["unit", "field", "channel", "month"].flatMap((by) => ["--by", by])] });
      expectSameFigures(await staff.results(address), all);
      await staff.view(at("view=quality"));
      expect((await staff.figures())["index/all"].value).toBe(all.overall.rate);
      for (const [view, by, key] of VIEWS) {
        const change = key && ((row) => ({ field: key(row).toLowerCase() }));
        const report = key ? await sheet.index(folder, { take, change, options: [...options, "--by", "field"] }) : all;
        const groups = report.groups.filter((group) => group.by === (key ? "field" : by));
        await staff.view(at(view));
        const figures = await staff.figures();
        const shown = Object.keys(figures).filter((name) => name.startsWith(`index/${by}/`));
        if (groups.every((group) => group.key === "") && by === "unit") {
          await expect(page.locator("[data-screen=no-groups]")).toBeVisible();
          continue;
        }
        expect(shown.length, view).toBe(groups.length);
        const lower = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name.toLowerCase(), figure]));
        for (const group of groups) {
          const { value, low, high } = lower[`index/${by}/${group.key}`];
          const { rate, low: least = null, high: most = null } = group.overall;
          expect({ value, low, high }, `${view} ${group.key}`).toEqual({ value: rate, low: least ?? null, high: most ?? null });
          expect(lower[`count/${by}/${group.key}`].value).toBe(group.ballots);
        }
      }
    });
  }
});

test("the address keeps the filter over choosing, reloading and going back, and says what it does not understand", async ({ page }) => {
  const staff = new Staff(page);
  await seed(page);
  await staff.view();
  await expect(staff.value("count/ballots")).toHaveText("400");
  await page.locator("[data-filter=unit]").selectOption("gia-lai/nam");
  await expect(page).toHaveURL(/\?unit=gia-lai\/nam$/);
  const inUnit = await staff.value("count/ballots").textContent();
  await page.locator("[data-filter=from]").fill("05/03/2026");
  await expect(page).toHaveURL(/\?unit=gia-lai\/nam&from=2026-03-05$/);
  await page.getByRole("navigation", { name: "Các phần của kết quả" }).getByRole("link", { name: "Đơn vị" }).click();
  await expect(page.locator("[data-shown=units]")).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-shown=units]")).toBeVisible();
  await expect(page.locator("[data-filter=unit]")).toHaveValue("gia-lai/nam");
  await expect(page.locator("[data-filter=from]")).toHaveValue("05/03/2026");
  await page.goBack();
  await expect(page.locator("[data-shown=overview]")).toBeVisible();
  await page.goBack();
  await expect(staff.value("count/ballots")).toHaveText(inUnit);
  await expect(page.locator("[data-filter=from]")).toHaveValue("");
  await page.goForward();
  await expect(page.locator("[data-filter=from]")).toHaveValue("05/03/2026");

  await page.locator("[data-filter=from]").fill("31/02/2026");
  await page.locator("[data-filter=from]").blur();
  await expect(page.getByText("Chưa đọc được ngày này.")).toBeVisible();
  await expect(page).toHaveURL(/from=2026-03-05$/);

  await page.goto("./#/staff/results?month=2026-13&colour=red&channel=phone&r.gender=other&target=abc");
  const ignored = page.locator("[data-screen=ignored] li");
  await expect(ignored).toHaveText([/^month=2026-13: giá trị/, /^colour=red: không có mục lọc/, /^target=abc: giá trị/, /^r|^gender=other: bộ câu hỏi này/]);
  await expect(page.locator("[data-filter=channel]")).toHaveValue("phone");
});

test("the verdict follows the target, and the period before is compared with", async ({ page }) => {
  const staff = new Staff(page);
  await seed(page);
  const verdict = page.locator(".tile .verdict");
  await staff.view("target=0.5");
  await expect(verdict).toHaveText("✓ Đạt");
  await staff.view("target=0.99");
  await expect(verdict).toHaveText("✕ Chưa đạt");
  await staff.view("month=2026-10");
  await expect(verdict).toHaveText("? Chưa đủ căn cứ");
  const { value } = (await staff.figures())["difference/overall"];
  const now = (await staff.figures())["index/overall"].value;
  await staff.view("month=2026-09");
  expect(value).toBeCloseTo(now - (await staff.figures())["index/overall"].value, 12);
  // Open already, as the first address asked for something in there.
  await expect(page.locator(".more")).toHaveAttribute("open", "");
  await page.locator("[data-filter=target]").fill("87,5");
  await page.locator("[data-filter=target]").blur();
  await expect(page).toHaveURL(/target=0.875$/);
});

test("a figure explains itself in words, and charts leave the page as pictures", async ({ page }) => {
  const staff = new Staff(page);
  await seed(page);
  await staff.view();
  const overall = (await staff.figures())["index/overall"];
  const button = page.locator('[aria-controls="how-index/overall"]');
  const how = page.locator('[id="how-index/overall"]');
  await expect(how).toBeHidden();
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(how).toContainText(/câu trả lời hài lòng chia cho .* câu trả lời được tính, của .* người\..*bỏ trống.*không áp dụng.*Gộp mọi câu trả lời.*Khoảng tin cậy 95 %: .*Taylor.*bậc tự do/);
  expect(overall.low).toBeLessThan(overall.value);
  await button.press("Enter");
  await expect(how).toBeHidden();
  const svg = await staff.download("svg");
  expect(svg.name).toMatch(/^sipas_sipas-desk_overview_\d{4}-\d\d-\d\d\.svg$/);
  expect(svg.text).toContain("Theo nhóm tiêu chí");
  expect(svg.text).toContain("Tiếp cận dịch vụ");
  const png = await staff.download("png");
  expect((await readFile(png.path)).subarray(1, 4).toString()).toBe("PNG");
});

test("small cells and what would give them away are in no file, no chart and no print", async ({ page }) => {
  const staff = new Staff(page);
  await seed(page);
  await staff.view("view=units&least=12");
  const figures = await staff.figures();
  await expect(page.locator("[data-screen=hidden]")).toContainText("số liệu được ẩn");
  const { text } = await staff.download("indices");
  const rows = records(text).filter((row) => row.by === "unit" && row.figure === "overall");
  const small = rows.filter((row) => row.rate === "");
  expect(small.length).toBeGreaterThan(1);
  for (const row of small) expect(row.why).toMatch(/^hidden/);
  for (const row of rows.filter((one) => one.rate !== "")) expect(Number(row.respondents)).toBeGreaterThanOrEqual(12);
  const svg = (await staff.download("svg")).text;
  await page.emulateMedia({ media: "print" });
  for (const row of small) {
    const shown = figures[`index/unit/${row.key}`].text;
    await expect(staff.value(`index/unit/${row.key}`)).toBeHidden();
    expect(svg).not.toContain(shown);
  }
  await page.emulateMedia({ media: "screen" });
  await expect(staff.value(`index/unit/${small[0].key}`)).toBeVisible();
});

test("comments are found without marks, struck out by rule and by hand, and leave the page without what was struck", async ({ page }) => {
  const staff = new Staff(page);
  await seed(page);
  await staff.view("view=comments&search=cho%20lau");
  const items = page.locator("[data-comment]");
  await expect(items.first()).toContainText("Chờ lâu quá");
  await expect(items.first().locator("del")).toHaveText(["0912", "345", "678"]);
  await staff.view("view=comments&search=ghe%20ngoi");
  const item = items.first();
  await item.locator("[data-action=strike]").click();
  await item.getByRole("button", { name: "ghế", exact: true }).click();
  await expect(item.getByRole("button", { name: "ghế", exact: true })).toHaveAttribute("aria-pressed", "true");
  await item.locator("[data-action=strike]").click();
  await expect(item.locator("del").first()).toHaveText("ghế");
  await page.reload();
  await expect(items.first().locator("del").first()).toHaveText("ghế");
  const count = await items.count();
  await items.first().locator("[data-action=keep-back]").click();
  const kept = records((await staff.download("comments")).text);
  expect(kept.length).toBe(count - 1);
  await page.locator("[data-action=undo-strike]").click();
  expect(records((await staff.download("comments")).text).map((row) => row.comment)).toContain("Đề nghị thêm […] ngồi ở phòng chờ");
  await staff.view("view=comments");
  const { text } = await staff.download("comments");
  for (const secret of ["0912", "064190001234", "lan.nguyen"]) expect(text).not.toContain(secret);
  expect(text).toContain("21/11/2026");
});

test("signs of bad data come with their rule, and the index stands with and without them", async ({ page }) => {
  const staff = new Staff(page);
  await seed(page);
  await staff.view("view=quality");
  const figures = await staff.figures();
  expect(figures["count/all"].value).toBe(400);
  expect(figures["count/sign"].value).toBe(figures["count/flagged"].value);
  expect(figures["count/clean"].value + figures["count/flagged"].value).toBe(400);
  for (const rule of ["too-fast", "straight-lined", "doubled"]) expect(figures[`count/sign/${rule}`].value).toBeGreaterThan(0);
  await expect(page.getByText("Chưa đến 1 giây cho mỗi câu đã trả lời")).toBeVisible();
  await staff.view("view=quality&unit=gia-lai/nam");
  const some = await staff.figures();
  expect(some["count/clean"].value + some["count/flagged"].value).toBe(some["count/all"].value);
});

test("one ballot, one unit and nothing counted each say so", async ({ page }) => {
  const staff = new Staff(page);
  await staff.setCampaign({ questionnaire: "Đánh giá nhanh", fields: "" });
  const citizen = new Citizen(page);
  await citizen.arrive();
  await citizen.begin();
  await citizen.fillIn(quick, { answers: { overall: "5" } });
  await staff.view();
  await expect(page.getByText("Mới có một phiếu: đây là ý kiến của một người")).toBeVisible();
  await staff.view("view=units");
  await expect(page.getByText("Các phiếu này không ghi đơn vị.")).toBeVisible();
  await staff.view("view=comments");
  await expect(page.getByText("Các phiếu này không có ý kiến nào bằng chữ.")).toBeVisible();
  await seed(page);
  await staff.view("questionnaire=sipas-desk&unit=gia-lai/nam/xa-4");
  await staff.view("view=units&questionnaire=sipas-desk&unit=gia-lai/nam/xa-4");
  await expect(page.getByText("Chỉ có một đơn vị nên không xếp hạng.")).toBeVisible();
});
