// Ballots from one tablet to another by light alone: what the one shows is filmed for the other's camera.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { expect, test as base } from "./page.mjs";
import { cameraFlags, codeOf } from "./codes.mjs";
import config from "./playwright.config.mjs";
import { Staff } from "./staff.mjs";
import { ballotFile, codesOf, filmStream } from "./stream.mjs";

const BALLOTS = Number(process.env.SIPAS_STREAM_BALLOTS ?? 300);
const { launchOptions, locale, timezoneId } = config.use;

/** A second device, with a camera that shows the film `reel`. */
const test = base.extend({
  other: async ({ baseURL, watch }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "sipas-tablet-"));
    const reel = path.join(folder, "film.mjpeg");
    const context = await chromium.launchPersistentContext(path.join(folder, "profile"), {
      ...launchOptions,
      args: [...launchOptions.args, ...cameraFlags(reel)],
      baseURL,
      viewport: { width: 1280, height: 800 },
      locale,
      timezoneId,
    });
    watch(context);
    const page = await context.newPage();
    await use({ page, reel, context, staff: new Staff(page) });
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Takes ballots in from a file, as from another program. */
async function bring(page, staff, file) {
  await staff.open("data");
  await page.locator("[data-import=ballots]").setInputFiles(file);
  await page.locator("[data-screen=import-preview] [data-action=import]").click();
  await expect(page.locator("[data-screen=import-said]")).toBeVisible({ timeout: 60_000 });
}

const rows = async (staff) => {
  await staff.open("data");
  const { text } = await staff.download("csv", "sipas-desk");
  return text.trim().split("\r\n").sort();
};

test("a fifth of the codes lost and some blurred, a reload between: the same ballots on the other tablet", async ({ page, other, context }) => {
  const staff = new Staff(page);
  await bring(page, staff, ballotFile(BALLOTS));
  await staff.open("data/send");
  await expect(page.locator("[value=unsent]")).toHaveAttribute("data-count", String(BALLOTS));
  await page.locator("[data-action=stream-start]").click();
  const showing = page.locator("[data-screen=stream-showing]");
  await expect(showing).toHaveAttribute("data-place", /[1-9]/);
  await page.locator("[data-action=stream-pause]").click();
  // What is on the screen is a code that other programs read too.
  expect((await codeOf(page.locator(".stream-picture"))).text).toMatch(/^SIPAS[A-Z2-7]+$/);
  const needed = Number(await showing.getAttribute("data-needed"));
  const session = await showing.getAttribute("data-session");
  const codes = await codesOf(page, Math.ceil(needed * 1.5) + 6);
  const board = await context.newPage();
  const filmed = await filmStream(other.reel, board, codes, { lost: 20, blurred: 15 });
  await board.close();

  await other.staff.open("data/receive");
  const progress = other.page.locator("[data-screen=stream-progress]");
  const began = Date.now();
  await other.page.locator("[data-action=camera]").click();
  await expect.poll(async () => Number(await progress.getAttribute("data-here")), { timeout: 60_000 }).toBeGreaterThanOrEqual(Math.min(13, needed - 1));
  await expect(progress).toHaveAttribute("data-session", session);
  await other.page.reload();
  await expect.poll(async () => Number(await progress.getAttribute("data-here"))).toBeGreaterThanOrEqual(Math.min(12, needed - 1));
  await other.page.locator("[data-action=camera]").click();
  const preview = other.page.locator("[data-screen=import-preview]");
  await expect(preview).toBeVisible({ timeout: 120_000 });
  const took = (Date.now() - began) / 1000;
  const [here, refused] = await Promise.all(["data-here", "data-refused"].map((name) => progress.getAttribute(name)));
  console.log(`ballots ${BALLOTS}, symbols needed ${needed}, codes shown ${filmed.shown}, lost ${filmed.shown - filmed.seen}, blurred ${filmed.blurred}`);
  console.log(`received ${here}, refused ${refused}, in ${took.toFixed(1)} s of camera with a reload; codes shown once at 8 a second: ${(filmed.shown / 8).toFixed(1)} s`);
  await expect(preview.locator("[data-figure='import/new']")).toHaveAttribute("data-value", String(BALLOTS));
  await expect(other.staff.value("stored/ballots")).toHaveAttribute("data-value", "0");
  await preview.locator("[data-action=import]").click();
  await expect(other.staff.value("stored/ballots")).toHaveAttribute("data-value", String(BALLOTS));
  expect(await rows(other.staff)).toEqual(await rows(staff));

  // What the other one has is not offered again, and what was collected is gone.
  await staff.open("data/send");
  await page.locator("[data-action=stream-start]").click();
  await expect(showing).toHaveAttribute("data-session", session);
  await page.locator("[data-action=stream-received]").click();
  await expect(page.locator("[data-screen=stream-done]")).toContainText(BALLOTS.toLocaleString("de"));
  await page.reload();
  await expect(page.locator("[value=unsent]")).toHaveAttribute("data-count", "0");
  await expect(page.locator("[value=campaign]")).toHaveAttribute("data-count", String(BALLOTS));
  await other.staff.open("data/receive");
  await expect(other.page.locator("[data-action=camera]")).toBeVisible();
  await expect(progress).toHaveCount(0);
});

test("nothing to send, no camera, codes of something else: each is said, and another transfer drops nothing by itself", async ({ page, browser, baseURL, watch }) => {
  const staff = new Staff(page);
  await staff.open("data/send");
  await expect(page.locator("[data-screen=stream-nothing]")).toBeVisible();
  const texts = [];
  for (const seed of [2, 3]) {
    const context = watch(await browser.newContext({ baseURL, viewport: { width: 360, height: 740 }, locale, timezoneId, reducedMotion: "reduce" }));
    const sender = await context.newPage();
    await bring(sender, new Staff(sender), ballotFile(40, seed));
    await sender.goto("./#/staff/data/send");
    // Whoever wants less motion gets no more than three codes a second.
    await expect(sender.locator("[name=speed]")).toHaveValue("3");
    await sender.locator("[data-action=stream-start]").click();
    await sender.locator("[data-action=stream-pause]").click();
    texts.push((await codeOf(sender.locator(".stream-picture"))).text);
    await context.close();
  }
  await staff.open("data/receive");
  await page.locator("[data-action=camera]").click();
  const told = page.locator(".told");
  await expect(told).toHaveAttribute("data-outcome", /camera/);
  const sees = async (text, outcome) => {
    await page.evaluate((text) => sipas.scanner.look({ texts: [text], done: () => {} }), text);
    if (outcome) await expect(told).toHaveAttribute("data-outcome", outcome);
  };
  await sees("https://example.org/#/survey?c=x", "foreign");
  const progress = page.locator("[data-screen=stream-progress]");
  await sees(texts[0]);
  await expect(progress).toHaveAttribute("data-here", "1");
  await expect(told).toHaveCount(0);
  const first = await progress.getAttribute("data-session");
  await sees(texts[0].slice(0, 40) + (texts[0][40] === "A" ? "B" : "A") + texts[0].slice(41), "damaged");
  await sees(texts[1], "other-stream");
  await expect(progress).toHaveAttribute("data-session", first);
  await expect(progress).toHaveAttribute("data-refused", "3");
  await page.locator("[data-action=stream-instead]").click();
  await expect(progress).toHaveCount(0);
  await sees(texts[1]);
  await expect(progress).toHaveAttribute("data-here", "1");
  expect(await progress.getAttribute("data-session")).not.toBe(first);
});
