// Ballots in other forms: every button gives its file, the workbook holds what it should and nothing that runs.
import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "./page.mjs";
import { seed } from "./console.mjs";
import { Staff } from "./staff.mjs";
import { cells } from "./table.mjs";

/** The parts of a workbook by name, as text: the packed files its directory names. */
function parts(bytes) {
  const found = {};
  // The place of the directory's first entry stands in the last record.
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1")) + 16);
  while (bytes.toString("latin1", at, at + 4) === "PK\u0001\u0002") {
    const [method, size, name, extra, comment, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(begin, begin + size);
    const text = method === 8 ? inflateRawSync(packed) : packed;
    found[bytes.toString("utf8", at + 46, at + 46 + name)] = text.toString("utf8");
    at += 46 + name + extra + comment;
  }
  return found;
}

test("every form leaves the page as a file named by campaign, counter and day", async ({ page }) => {
  await seed(page);
  const staff = new Staff(page);
  await staff.open("data");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const said = page.locator("[data-screen=exported]:not(:empty)");
  const download = async (kind, ending) => {
    const file = await staff.download(kind, "sipas-desk");
    expect(file.name).toMatch(new RegExp(`^sipas_[a-z0-9-]+_[a-z0-9-]+_\\d{8}\\.${ending}$`));
    if (kind !== "csv") await expect(said).toContainText(file.name);
    return file;
  };
  const csv = await download("csv", "csv");
  const rows = cells(csv.text);
  expect(rows.length).toBe(401);

  const wide = await download("csv-utf16", "utf16\\.csv");
  const text = (await readFile(wide.path)).toString("utf16le");
  expect(text.split("\r\n")[0]).toBe(`\ufeff${rows[0].join("\t")}`);
  await expect(said).toContainText("400 phiếu");

  const syntax = await download("spss", "sps");
  const data = await download("spss-csv", "spss\\.csv");
  expect(syntax.text).toContain(`/FILE='${data.name}'`);
  expect(data.text.trimEnd().split("\r\n").length).toBe(401);

  const codebook = cells((await download("codebook", "codebook\\.csv")).text);
  expect(codebook.find((row) => row[0] === "access_1" && row[4] === "5")[5]).toBe("Rất hài lòng");
  const indices = cells((await download("indices", "indices\\.csv")).text);
  expect(indices[1].slice(0, 4)).toEqual(["", "", "400", "overall"]);

  expect(asked.filter((url) => url.includes("xlsx"))).toEqual([]);
  const book = parts(await readFile((await download("xlsx", "xlsx")).path));
  await expect(said).toContainText("400 phiếu");
  for (const name of ["Số liệu", "Nhãn", "Bảng mã", "Chỉ số"]) {
    expect(book["xl/workbook.xml"]).toContain(`name="${name}"`);
  }
  expect(book["xl/worksheets/sheet1.xml"].match(/<row /g).length).toBe(401);
  expect(book["xl/sharedStrings.xml"]).toContain("=1+1 cảm ơn");
  for (const [name, xml] of Object.entries(book)) expect(xml.includes("<f>"), name).toBe(false);
});

test.describe("without the part that writes workbooks", () => {
  test.use({ serviceWorkers: "block" });

  test("the page says so, and pressing again works", async ({ page, forgive }) => {
    forgive(/Failed to fetch|ERR_FAILED|reading 'waiting'|blocked by Playwright/);
    await seed(page);
    const staff = new Staff(page);
    await staff.open("data");
    await page.route("**/split_staff_xlsx*", (route) => route.abort());
    const said = page.locator("[data-screen=exported]:not(:empty)");
    const button = page.locator("[data-export=xlsx][data-questionnaire=sipas-desk]");
    await button.click();
    await expect(said).toContainText("Chưa tải được phần tạo tệp");
    await page.unroute("**/split_staff_xlsx*");
    await staff.download("xlsx", "sipas-desk");
    await expect(said).toContainText("Đã tạo tệp");
  });
});

test("a device that can share hands the file to other apps", async ({ page }) => {
  await page.addInitScript(() => {
    window.shared = [];
    navigator.canShare = (data) => data.files?.length === 1;
    navigator.share = async (data) => {
      window.shared.push([data.files[0].name, data.files[0].type, data.files[0].size]);
    };
  });
  await seed(page);
  const staff = new Staff(page);
  await staff.open("data");
  const { name, text } = await staff.download("codebook", "sipas-desk");
  await page.locator("[data-action=share-file]").click();
  await expect.poll(() => page.evaluate(() => window.shared)).toEqual([[name, "text/csv", Buffer.byteLength(text)]]);
});

test("the codebook can be read and printed", async ({ page }) => {
  const staff = new Staff(page);
  await staff.open("data");
  await page.locator("[data-action=codebook]").first().click();
  await expect(staff.heading).toHaveText("Bảng mã");
  const row = page.locator(".codes tr", { has: page.locator("th", { hasText: /^access_1$/ }) });
  await expect(row).toContainText("5 Rất hài lòng (tính là hài lòng)");
  await expect(row).toContainText("na Không áp dụng với tôi (không tính vào tỷ lệ)");
});
