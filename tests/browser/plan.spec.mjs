// From ballots to a plan and on to what it changed.
import { readFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";
import { bring, quarter, varied, weighed } from "./quarters.mjs";
import { Staff } from "./staff.mjs";

test("weak criteria become a plan, and the next quarter shows what it changed", async ({ page, context }) => {
  const staff = new Staff(page);
  await bring(page, staff, quarter("quy-3.csv", { month: "08", count: 150, from: 0, level: varied(4) }));
  await staff.open("plan?period=2026-Q3");
  await weighed(page);
  const first = page.locator("[data-call=first]");
  await expect(first).toHaveCount(1);
  await expect(first).toHaveAttribute("data-priority", "results_2");
  await expect(first).toContainText("Cần ưu tiên");
  await expect(first).toContainText("60,00 %");
  await expect(first).toContainText("ảnh hưởng nhiều đến hài lòng chung");
  await expect(page.locator('[data-figure="priority/results_2/rate"]')).toHaveAttribute("data-value", "0.6");
  await expect(page.locator("canvas.chart")).toBeVisible();
  await page.locator("[data-action=draft-plan]").click();

  // The draft has the figures; what is typed is there after a reload.
  const item = page.locator("[data-item='0']");
  await expect(item.locator(".evidence")).toContainText("60,00 % hài lòng (90/150 câu trả lời");
  await expect(item.locator(".evidence")).toContainText("phiếu chưa hài lòng có ghi ý kiến");
  await expect(item.locator("[data-since=none]")).toBeVisible();
  await expect(item.locator("[name=actions]")).toHaveValue(/^Kiểm tra lại thông tin với người dân/);
  await item.locator("[name=lead]").fill("Văn phòng HĐND-UBND");
  await item.locator("[name=due]").fill("31/12/2026");
  await item.locator("[name=due]").blur();
  await item.locator("[name=status]").selectOption("doing");
  await expect(page.locator("[data-screen=saved]")).toContainText("Đã lưu lúc");
  await page.reload();
  await expect(item.locator("[name=lead]")).toHaveValue("Văn phòng HĐND-UBND");
  await expect(item.locator("[name=due]")).toHaveValue("31/12/2026");
  await expect(item.locator("[name=status]")).toHaveValue("doing");

  // Another tab edits something else, then both the same: nothing is lost.
  const other = await context.newPage();
  await other.goto(page.url());
  const there = other.locator("[data-item='0']");
  await there.locator("[name=with]").fill("Bưu điện");
  await expect(item.locator("[name=with]")).toHaveValue("Bưu điện");
  await expect(item.locator("[name=lead]")).toHaveValue("Văn phòng HĐND-UBND");
  await other.close();

  // Without local storage the second engine has it.
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("sipas/plan/")).forEach((key) => localStorage.removeItem(key)));
  await page.reload();
  await expect(item.locator("[name=with]")).toHaveValue("Bưu điện");

  // The next quarter: better, and shown to be.
  await bring(page, staff, quarter("quy-4.csv", { month: "11", count: 150, from: 1000, level: varied(1) }));
  await staff.open("plan");
  await page.locator("[data-plan]").click();
  await expect(item.locator("[data-since=higher]")).toContainText("đã tăng");
  await expect(item.locator("[data-since=higher]")).toContainText("+30,00 điểm phần trăm");
  await expect(page.locator(".plan-sheet .annex th")).toHaveCount(9);

  // The files other programs open; their contents are tested where they are written.
  for (const [kind, ending] of [["docx", "docx"], ["xlsx", "xlsx"], ["csv", "csv"], ["json", "json"]]) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export=plan-${kind}]`).click()]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^sipas_khac-phuc.*\\.${ending}$`));
    const bytes = await readFile(await file.path());
    if (["csv", "json"].includes(kind)) expect(bytes.toString()).toContain("Văn phòng HĐND-UBND");
    else expect([bytes.subarray(0, 2).toString(), bytes.length > 4000]).toEqual(["PK", true]);
  }

  // Removed and brought back: an item, then the plan.
  await item.locator("[data-action=remove-item]").click();
  await expect(page.locator("[data-item]")).toHaveCount(0);
  await page.locator("[data-action=undo-item]").click();
  await expect(item.locator("[name=lead]")).toHaveValue("Văn phòng HĐND-UBND");
  await page.locator(".back-link").click();
  await page.locator("[data-action=remove-plan]").click();
  await expect(page.locator("[data-plan]")).toHaveCount(0);
  await page.locator("[data-action=undo-plan]").click();
  await page.locator("[data-plan]").click();
  await expect(item.locator("[name=lead]")).toHaveValue("Văn phòng HĐND-UBND");
});

test("what cannot be told is said, and a plan that cannot be read is left alone", async ({ page }) => {
  const staff = new Staff(page);
  await bring(page, staff, quarter("it.csv", { month: "08", count: 12, from: 0, level: varied(4) }));
  await page.evaluate(() => localStorage.setItem("sipas/plan/feedfacefeedface", "{"));
  await staff.open("plan?period=2026-Q3");
  await weighed(page);
  await expect(page.locator("[data-cannot]")).toContainText("mới có");
  await expect(page.locator("[data-call=first]")).toHaveCount(0);
  await expect(page.locator("[data-section=plans]")).toContainText("1 kế hoạch không đọc được");
  expect(await page.evaluate(() => localStorage.getItem("sipas/plan/feedfacefeedface"))).toBe("{");
  await page.goto("./#/staff/plan/edit?id=0000000000000000");
  await expect(page.locator("[data-screen=no-plan]")).toBeVisible();
});

test("what is typed while both engines are being united is not written over", async ({ page }) => {
  const staff = new Staff(page);
  await bring(page, staff, quarter("quy-3.csv", { month: "08", count: 60, from: 0, level: varied(4) }));
  await staff.open("plan?period=2026-Q3");
  await weighed(page);
  await page.locator("[data-priority=results_2] input").check();
  await page.locator("[data-action=draft-plan]").click();
  const lead = page.locator("[data-item='0'] [name=lead]");
  await lead.fill("Một");
  // The second engine has lost the plan, another tab tells of a change, and a letter is typed while the engines are read.
  const kept = await page.evaluate(async () => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("sipas/plan/"));
    const database = await new Promise((done) => (indexedDB.open("sipas").onsuccess = ({ target }) => done(target.result)));
    const texts = (mode) => database.transaction("texts", mode).objectStore("texts");
    const done = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
    await done(texts("readwrite").delete(key));
    const { getAll } = IDBObjectStore.prototype;
    let read;
    const reading = new Promise((done) => (read = done));
    IDBObjectStore.prototype.getAll = function (...range) {
      read();
      return getAll.apply(this, range);
    };
    window.dispatchEvent(new StorageEvent("storage", { key, storageArea: localStorage }));
    await reading;
    const field = document.querySelector("[data-item='0'] [name=lead]");
    field.value = "Một hai";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // The reading has put the plan back when the second engine has it.
    for (let there; !there; ) there = await done(texts("readonly").get(key));
    await done(texts("readonly").count());
    return [localStorage.getItem(key), await done(texts("readonly").get(key))];
  });
  for (const text of kept) expect(text).toContain("Một hai");
  await page.reload();
  await expect(lead).toHaveValue("Một hai");
});
