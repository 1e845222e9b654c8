// The printable report: the command line's figures, nothing of what is hidden, whose report it is.
import { writeFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";
import { figuresOf, index } from "./command.mjs";
import { Staff } from "./staff.mjs";
import { records } from "./table.mjs";
import { COUNT, collected } from "./year.mjs";

/** Opens the report and waits until its sheet is there. */
async function report(page, query) {
  const staff = new Staff(page);
  await staff.open(`results/report${query}`);
  await expect(page.locator(".paper")).toBeVisible();
  return staff;
}

/** What the command line says of the rows a filter takes. */
async function commandLine(page, testInfo, takes) {
  const staff = new Staff(page);
  await staff.open("data");
  await expect(staff.value("stored/ballots")).toHaveAttribute("data-value", String(COUNT));
  const { text } = await staff.download("csv", "sipas-desk");
  const [head, ...lines] = text.split("\r\n");
  const rows = records(text);
  const kept = lines.filter((_, at) => rows[at] && takes(rows[at]));
  const path = testInfo.outputPath(`rows-${kept.length}`);
  await writeFile(path, [head, ...kept, ""].join("\r\n"));
  return index(path, "--by", "unit", "--by", "field", "--by", "channel", "--by", "month");
}

/** Marks of everything the command line knows, in the report's names. */
function everything(found) {
  const figures = figuresOf(found);
  for (const { by, key, ballots, overall } of found.groups) {
    figures[`count/${by}/${key}`] = { value: ballots };
    figures[`index/${by}/${key}`] = { value: overall.rate, low: overall.low ?? null, high: overall.high ?? null };
  }
  return figures;
}

const FILTERS = [
  ["?period=2026", (row) => row.submitted_at.startsWith("2026")],
  ["?period=2026-Q3", (row) => /^2026-0[789]/.test(row.submitted_at)],
  ["?period=2026-11", (row) => row.submitted_at.startsWith("2026-11")],
  ["?period=2025-Q4", (row) => /^2025-1/.test(row.submitted_at)],
  ["?unit=gia-lai&period=2026-Q1", (row) => /^2026-0[123]/.test(row.submitted_at)],
  ["?unit=gia-lai/xa-004&period=2026", (row) => row.unit === "gia-lai/xa-004" && row.submitted_at.startsWith("2026")],
  ["?unit=gia-lai/xa-002&period=2026-05", (row) => row.unit === "gia-lai/xa-002" && row.submitted_at.startsWith("2026-05")],
];

test("every figure of the report is the command line's for the same filter, and no hidden one is on the page", async ({ page }, testInfo) => {
  await collected(page);
  for (const [query, takes] of FILTERS) {
    const expected = everything(await commandLine(page, testInfo, takes));
    const staff = await report(page, query);
    const shown = await staff.figures();
    const marks = Object.entries(shown).filter(([name]) => /^(count\/(ballots|level|unit|field|channel|month)|index)/.test(name));
    expect(marks.length, query).toBeGreaterThan(60);
    for (const [name, figure] of marks) {
      const same = Object.fromEntries(Object.keys(expected[name]).map((key) => [key, figure[key]]));
      expect(same, `${query}: ${name}`).toEqual(expected[name]);
    }
    // What is not there is a table of one group, or hidden, and then its numbers are nowhere.
    const tables = ["unit", "field", "channel", "month"].filter((by) => marks.some(([name]) => name.startsWith(`index/${by}/`)));
    const absent = Object.keys(expected).filter((name) => !(name in shown) && (!/\/(unit|field|channel|month)\//.test(name) || tables.some((by) => name.includes(`/${by}/`))));
    const html = await page.locator(".paper").innerHTML();
    for (const name of absent.filter((name) => name.startsWith("index/"))) {
      // A rate may well be another figure's too, with its interval hardly.
      const { value, low } = expected[name];
      if (low !== null) expect(html.includes(String(value)) && html.includes(String(low)), `${query}: ${name}`).toBe(false);
    }
    for (const cell of await page.locator(".paper .hidden-cell").evaluateAll((cells) => cells.map((one) => one.outerHTML))) {
      expect(cell).toMatch(/^<td( colspan="\d"| class="hidden-cell")+>ẩn \([ab]\)(<!---->)?<\/td>$/);
    }
    // Never exactly one of a table is hidden: it would follow from the total.
    for (const by of tables) {
      const hidden = absent.filter((name) => name.startsWith(`index/${by}/`));
      expect(hidden.length, `${query}: ${by}`).not.toBe(1);
    }
  }
});

test("figures of few people are hidden with their companions, and the threshold can be set", async ({ page }) => {
  await collected(page);
  const staff = await report(page, "?period=2026");
  // The fifth unit has three ballots in all.
  await expect(staff.value("index/unit/gia-lai/xa-005")).toHaveCount(0);
  const unit = page.locator(".paper tr", { hasText: "Xã Ia Pnôn" });
  await expect(unit).toHaveText(/Xã Ia Pnôn\s*ẩn \(a\)/);
  await expect(page.locator(".paper tr", { hasText: "ẩn (b)" }).first()).toBeVisible();
  await expect(page.getByText("(a) Có ít hơn 5 người trả lời.").first()).toBeVisible();
  await expect(staff.value("count/channel/paper")).toHaveText("6");
  await page.locator("[data-filter=least]").fill("10");
  await page.locator("[data-filter=least]").blur();
  await expect(page.getByText("(a) Có ít hơn 10 người trả lời.").first()).toBeVisible();
  await expect(staff.value("count/channel/paper")).toHaveCount(0);
  await page.reload();
  await expect(page.locator("[data-filter=least]")).toHaveValue("10");
  await page.locator("[data-filter=least]").fill("0");
  await page.locator("[data-filter=least]").blur();
  await expect(page.locator("[data-filter=least]")).toHaveValue("10");
});

test("a month with few ballots in a unit publishes nothing, and says so", async ({ page }) => {
  await collected(page);
  await new Staff(page).open("results/report?unit=gia-lai/xa-005&period=2026");
  await expect(page.locator("[data-screen=too-few]")).toContainText("ít hơn 5 người");
  await expect(page.locator(".paper [data-figure]")).toHaveCount(0);
  await expect(page.locator(".paper table, .paper svg")).toHaveCount(0);
});

test("period and unit stand in the address and are chosen from what there is", async ({ page }) => {
  await collected(page);
  const staff = await report(page, "");
  // The latest quarter that has ballots.
  await expect(page.locator(".paper")).toHaveAttribute("data-period", "2026-Q4");
  await expect(page.locator("[data-filter=period] option:checked")).toHaveText("Quý IV năm 2026");
  await page.locator("[data-filter=period]").selectOption("2026-08");
  await expect(page).toHaveURL(/#\/staff\/results\/report\?period=2026-08$/);
  await expect(page.locator(".paper h2 .subject")).toHaveText("Kết quả khảo sát sự hài lòng tháng 8 năm 2026");
  await page.locator("[data-filter=unit]").selectOption({ label: "Xã Ia Nan" });
  await expect(page).toHaveURL(/\?unit=gia-lai\/xa-004&period=2026-08$/);
  await expect(page.locator(".paper .about")).toContainText("Phạm vi: Xã Ia Nan.");
  await page.goBack();
  await expect(page.locator(".paper .about")).toContainText("tất cả các đơn vị");
  await staff.open("results/report?period=2026-13");
  await expect(page.locator(".warning")).toContainText("2026-Q4");
  await staff.open("results/report?period=2019");
  await expect(page.locator(".warning")).toContainText("năm 2019");
});

test("the office's name, place and signer are kept on the device and stand in the title block", async ({ page }) => {
  await collected(page);
  await report(page, "?period=2026");
  await page.getByText("Tên cơ quan, nơi ký").click();
  await page.getByLabel("Tên cơ quan", { exact: true }).fill("Ủy ban nhân dân xã Đức Cơ");
  await page.getByLabel("Địa danh").fill("Đức Cơ");
  await page.getByLabel("Chức vụ người ký").fill("Chủ tịch");
  await page.getByLabel("Nơi nhận").fill("Sở Nội vụ;\n\nLưu: VT.");
  await page.getByLabel("Nơi nhận").blur();
  await page.reload();
  const paper = page.locator(".paper");
  await expect(paper.locator(".agency")).toHaveText("Ủy ban nhân dân xã Đức Cơ");
  await expect(paper.locator(".nation")).toHaveText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  await expect(paper.locator(".motto")).toHaveText("Độc lập - Tự do - Hạnh phúc");
  await expect(paper.locator(".place-date")).toHaveText("Đức Cơ, ngày 21 tháng 11 năm 2026");
  await expect(paper.locator(".signer-title")).toHaveText("Chủ tịch");
  await expect(paper.locator(".recipients li")).toHaveText(["Sở Nội vụ;", "Lưu: VT."]);
});

test("one press prints the sheet and nothing around it", async ({ page }) => {
  await collected(page);
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
  await report(page, "?period=2026");
  await page.getByRole("button", { name: "In báo cáo" }).click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".staff-top")).toBeHidden();
  await expect(page.locator(".staff-nav")).toBeHidden();
  await expect(page.getByRole("button", { name: "In báo cáo" })).toBeHidden();
  await expect(page.locator(".paper .title-block")).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString("latin1");
  // A4 upright in points, and as many pages as a year's report takes.
  expect(text).toMatch(/\/MediaBox \[0 0 59[45][^\]]* 84[12]/);
  const pages = text.match(/\/Type \/Page\b/g).length;
  expect(pages).toBeGreaterThan(6);
  expect(pages).toBeLessThan(14);
});

test("where nothing was collected the report says what to do first", async ({ page }) => {
  await new Staff(page).open("results/report");
  await expect(page.getByRole("heading", { name: "Chưa có phiếu nào" })).toBeVisible();
  await expect(page.getByRole("button", { name: "In báo cáo" })).toBeDisabled();
});
