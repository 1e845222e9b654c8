// The service worker: offline after one visit, a new build only as a whole and only when asked for.
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "./page.mjs";
import { sites } from "./server.mjs";

const ready = (page) => expect(page.locator("html")).toHaveAttribute("data-boot", "ready");
const label = (page) => page.locator("html").getAttribute("data-label");

/** Registers the worker as the program does, and waits until it has everything. */
const register = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    }
  });

/** Asks the worker in `place` (active or waiting). */
const ask = (page, place, message) =>
  page.evaluate(
    async ([place, message]) => {
      const registration = await navigator.serviceWorker.getRegistration();
      return new Promise((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = ({ data }) => done(data);
        registration[place].postMessage(message, [channel.port2]);
      });
    },
    [place, message],
  );

/** Looks for an update; says whether a complete new worker waits (null) or why not. */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = await registration.update().catch(() => registration);
    const coming = found.installing ?? found.waiting;
    if (!coming) return "nothing new";
    while (!["installed", "redundant"].includes(coming.state)) {
      await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
    }
    return coming.state;
  });

test("after one visit the app opens with the server stopped, at a sub-folder, with any query", async ({ page, site }) => {
  await page.goto(site.url);
  await ready(page);
  await register(page);
  await site.stop();
  await page.goto(`${site.url}?from=poster#/survey`);
  await ready(page);
  await expect(page.locator("#start [data-action=start]")).toBeVisible();
});

test("the staff's parts are kept once asked for, and only then", async ({ page, site }) => {
  await page.goto(site.url);
  await register(page);
  const cached = () => page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).map((key) => key.url));
  expect((await cached()).filter((url) => url.includes("staff"))).toEqual([]);
  expect(await ask(page, "active", { type: "precache-staff" })).toEqual({ ok: true, detail: "stored" });
  expect((await cached()).filter((url) => url.includes("staff.css"))).toHaveLength(1);
  expect(await ask(page, "active", { type: "precache-staff" })).toEqual({ ok: true, detail: "kept" });
});

test("a new build waits until asked, then serves new pages while an old page keeps its files", async ({ context, site }) => {
  const old = await context.newPage();
  await old.goto(site.url);
  await register(old);
  await ask(old, "active", { type: "precache-staff" });
  const before = (await ask(old, "active", { type: "status" })).build;
  await site.deploy(sites.next);
  expect(await update(old)).toBe("installed");
  const coming = await ask(old, "waiting", { type: "status" });
  expect(coming.build).not.toBe(before);
  expect(coming.staff).toBe(true);

  // Nothing changes by itself, not even over a reload.
  await old.reload();
  await ready(old);
  expect(await label(old)).toBe("");

  const front = await context.newPage();
  await front.goto(site.url);
  expect(await ask(front, "waiting", { type: "activate" })).toMatchObject({ ok: true });
  await expect.poll(() => front.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting)).toBeNull();
  await front.reload();
  await ready(front);
  expect(await label(front)).toBe("next");

  // The old page can still fetch parts of its own build, although the server has them no more.
  await site.stop();
  const status = await old.evaluate(async () => (await fetch(`${sipas.folder}staff.css`)).status);
  expect(status).toBe(200);
  await old.reload();
  await ready(old);
  expect(await label(old)).toBe("next");
});

test("caches of builds no page runs on are removed with the next change", async ({ page, site }) => {
  await page.goto(site.url);
  await register(page);
  await site.deploy(sites.next);
  expect(await update(page)).toBe("installed");
  await page.goto("about:blank");
  await page.goto(site.url);
  await ready(page);
  const names = () => page.evaluate(() => caches.keys());
  if ((await label(page)) !== "next") {
    await ask(page, "waiting", { type: "activate" });
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting)).toBeNull();
    await page.reload();
  }
  await site.deploy(sites.current);
  expect(await update(page)).toBe("installed");
  await ask(page, "waiting", { type: "activate" });
  await expect.poll(async () => (await names()).length).toBeLessThanOrEqual(2);
});

for (const [name, harm] of [
  ["missing", (site, folder) => rm(path.join(site.folder, folder, "app.wasm"))],
  ["changed", (site, folder) => writeFile(path.join(site.folder, folder, "app.wasm"), "not the program")],
]) {
  test(`a deployment with a ${name} file changes nothing`, async ({ page, site }) => {
    await page.goto(site.url);
    await register(page);
    const before = await ask(page, "active", { type: "status" });
    await site.deploy(sites.next);
    const text = await (await fetch(site.url)).text();
    await harm(site, text.match(/build-[0-9a-f]{12}/)[0]);
    expect(await update(page)).toBe("redundant");
    expect(await ask(page, "active", { type: "status" })).toEqual(before);
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
    await site.stop();
    await page.reload();
    await ready(page);
    expect(await label(page)).toBe("");
  });
}

test("the worker leaves everything alone that is not a GET of its own files", async ({ page, site, forgive }) => {
  await page.goto(site.url);
  await register(page);
  await site.stop();
  const outcome = (target, options) =>
    page.evaluate(([target, options]) => fetch(target, options).then((answer) => answer.status, () => "network"), [target, options]);
  expect(await outcome("manifest.webmanifest")).toBe(200);
  expect(await outcome("manifest.webmanifest", { method: "POST" })).toBe("network");
  expect(await outcome("something-else.json")).toBe("network");
  expect(await outcome("../outside.txt")).toBe("network");
  forgive(/ERR_CONNECTION_REFUSED/);
});
