// The start screen: there before the program, in both languages, and honest when the program cannot start.
import { createServer } from "node:http";
import { test, expect } from "./page.mjs";

test("the start screen shows and the program starts", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khảo sát mức độ hài lòng", { useInnerText: true });
  await expect(page.locator("#start [data-action=start]")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
});

test("a page that arrives in pieces starts all the same", async ({ page, baseURL, forgive }) => {
  const html = await (await fetch(baseURL)).text();
  const cut = html.indexOf("<main id=\"start\"") + 1 || html.indexOf("</head>");
  // Everything but the page comes from the site; the page's second half only after the program.
  const site = createServer(async (request, response) => {
    if (request.url !== "/") {
      const answer = await fetch(new URL(request.url, baseURL));
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") });
      return response.end(Buffer.from(await answer.arrayBuffer()));
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.write(html.slice(0, cut));
    setTimeout(() => response.end(html.slice(cut)), 1500);
  });
  await new Promise((done) => site.listen(0, "127.0.0.1", done));
  await page.goto(`http://127.0.0.1:${site.address().port}/`);
  await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
  await expect(page.locator("html")).toHaveAttribute("data-app", "start");
  site.closeAllConnections();
  site.close();
  // This site is another than the tests' own.
  forgive(/^request elsewhere: http:\/\/127\.0\.0\.1:/);
});

test("a remembered language and text size are there from the first paint", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("sipas/language", "en");
    localStorage.setItem("sipas/text-size", "150");
  });
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Satisfaction survey", { useInnerText: true });
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

test("after a crash everything stored can be saved to a file", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
  await page.evaluate(async () => {
    localStorage.setItem("sipas/test", "câu trả lời");
    await new Promise((done) => {
      const opening = indexedDB.open("sipas-test", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
      opening.onsuccess = () => {
        const writing = opening.result.transaction("kept", "readwrite");
        writing.objectStore("kept").put(new Uint8Array([1, 2, 250]), "one");
        writing.oncomplete = () => {
          opening.result.close();
          done();
        };
      };
    });
    sipas.crashed("panicked");
  });
  await expect(page.locator("#app")).toBeHidden();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu dữ liệu ra tệp" }).click();
  const file = await (await downloading).createReadStream();
  const stored = JSON.parse(Buffer.concat(await file.toArray()).toString("utf8"));
  expect(stored.localStorage["sipas/test"]).toBe("câu trả lời");
  expect(stored.databases["sipas-test"].kept).toEqual({ keys: ["one"], values: [{ bytes: [1, 2, 250] }] });
});

test("the program's data files come from its own build", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("./");
  const text = await page.evaluate(() => sipas.text("questionnaires/sipas-desk.json"));
  expect(() => JSON.parse(text)).not.toThrow();
  const data = asked.filter((path) => path.endsWith(".json"));
  expect(data.every((path) => /^\/build-[0-9a-f]{12}\//.test(path))).toBe(true);
  expect(new Set(data).size).toBe(data.length);
});

for (const fragment of ["/survey/begin", "/staff/results", "/kiosk"]) {
  test(`after a crash on #${fragment} nothing but the way out is shown`, async ({ page }) => {
    await page.goto(`./#${fragment}`);
    await expect(page.locator("html")).toHaveAttribute("data-app", /shown|staff/);
    await page.evaluate(() => sipas.crashed("x"));
    await expect(page.getByRole("heading")).toHaveText("Ứng dụng gặp lỗi");
    await expect(page.getByRole("button")).toHaveText([/Lưu dữ liệu ra tệp/, /Tải lại/]);
    await page.getByRole("button", { name: "Tải lại" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
  });
}
