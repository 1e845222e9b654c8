// From the tablet's code to the tablet's ledger: two devices that share nothing but light.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { expect, test as base } from "./page.mjs";
import { Citizen } from "./citizen.mjs";
import { VIEWS, cameraFlags, codeOf, film } from "./codes.mjs";
import config from "./playwright.config.mjs";
import { Staff } from "./staff.mjs";

const { launchOptions, locale, timezoneId } = config.use;

/** A tablet of its own with a camera that shows `film`, and phones with nothing in common with it. */
const test = base.extend({
  tablet: async ({ site, watch }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "sipas-tablet-"));
    const reel = path.join(folder, "film.mjpeg");
    const context = await chromium.launchPersistentContext(path.join(folder, "profile"), {
      ...launchOptions,
      args: [...launchOptions.args, ...cameraFlags(reel)],
      baseURL: site.url,
      viewport: { width: 1280, height: 800 },
      locale,
      timezoneId,
    });
    watch(context);
    const page = await context.newPage();
    const staff = new Staff(page);
    await staff.open();
    await expect(page.locator("[data-screen=offline]")).not.toContainText("…");
    await use({
      page,
      staff,
      context,
      told: page.locator(".told"),
      /** Shows `picture` to the camera until something is told. */
      async sees(picture, view, outcome) {
        const blank = await context.newPage();
        await film(reel, blank, picture, view);
        await blank.close();
        // A page that is not in front does not look.
        await page.bringToFront();
        await staff.open("collect/scan");
        await page.locator("[data-action=camera]").click();
        await expect(this.told).toHaveAttribute("data-outcome", outcome, { timeout: 20_000 });
        await page.locator("[data-action=camera]").click();
      },
      /** Takes a link in. */
      async takes(link, outcome) {
        await staff.open("collect/scan");
        await page.locator("[name=link]").fill(link);
        await page.locator("[data-action=take]").click();
        await expect(this.told).toHaveAttribute("data-outcome", outcome);
      },
      /** A code for the next citizen: its address, read from the screen. */
      async shows(field = "thue") {
        await staff.open("collect/code");
        const shown = page.locator(".code");
        await expect(shown).toBeVisible();
        if (field) await page.locator("[name=code-field]").selectOption(field);
        const code = await codeOf(shown);
        expect(code.text).toBe(await shown.getAttribute("data-link"));
        return code.text;
      },
      stored: () => staff.value("stored/ballots"),
    });
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  phone: async ({ browser, site, watch }, use) => {
    const contexts = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: site.url, viewport: { width: 360, height: 740 }, hasTouch: true, locale, timezoneId });
      contexts.push(watch(context));
      const page = await context.newPage();
      return { context, page, citizen: new Citizen(page, { home: site.url }), hand: page.locator("[data-hand]") };
    });
    for (const context of contexts) await context.close();
  },
});

/** Opens a scanned address and answers the first question only. */
async function answer({ page, citizen }, link) {
  await page.goto(link);
  await citizen.ready();
  await citizen.begin();
  await citizen.answer("Hài lòng");
  await citizen.press("stop");
  await citizen.press("submit");
  await citizen.seesThanks();
}

/** The link of the ballot on the screen. */
const linkOf = async ({ hand }) => hand.locator("[name=hand-link]").inputValue();

/** Both programs complete, then no network. */
async function cutOff(site, ...pages) {
  for (const page of pages) {
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active.state !== "activated") await new Promise((done) => active.addEventListener("statechange", done));
    });
  }
  await site.stop();
}

test("a ballot goes from the tablet's code to the tablet's ledger without a network, once", async ({ tablet, phone, site, forgive }) => {
  const own = await phone();
  // Each has been here once before.
  await own.citizen.arrive();
  await cutOff(site, own.page, tablet.page);
  const link = await tablet.shows("ho-tich");
  expect(link.split("#")[0]).toBe(site.url);
  await answer(own, link);
  await expect(own.hand).toBeVisible();
  const shown = await codeOf(own.hand);
  expect(shown.text).toBe(await linkOf(own));
  expect(Number(await own.hand.locator("svg.qr").getAttribute("data-version"))).toBeLessThanOrEqual(10);
  await tablet.sees(shown.picture, VIEWS.clean, "taken");
  await expect(tablet.stored()).toHaveAttribute("data-value", "1");
  await tablet.sees(shown.picture, VIEWS.tilted, "before");
  await tablet.takes(shown.text, "before");
  await expect(tablet.stored()).toHaveAttribute("data-value", "1");
  await tablet.staff.goTo("Dữ liệu");
  const { text } = await tablet.staff.download("csv", "sipas-desk");
  const [header, row] = text.trim().split("\r\n").map((line) => line.split(","));
  const cell = (name) => row[header.indexOf(name)];
  expect([cell("channel"), cell("field"), cell("status")]).toEqual(["phone", "ho-tich", "stopped"]);
  expect(cell("ticket")).toMatch(/^[0-9a-f]{16}$/);
  // The phone thanks and forgets, in both places.
  await own.hand.locator("[data-action=handed]").click();
  await own.hand.locator("[data-action=hand-yes]").click();
  await expect(own.hand.locator(".gone")).toContainText("Đã nhận. Điện thoại này không còn giữ");
  expect(await left(own.page)).toEqual({ groups: 0, sealed: 0 });
  await own.page.goto("about:blank");
  await own.page.goto(site.url);
  await own.citizen.ready();
  expect(await left(own.page)).toEqual({ groups: 0, sealed: 0 });
  await expect(own.page.locator("[data-screen=waiting]")).toHaveCount(0);
  forgive(/ERR_CONNECTION_REFUSED|ERR_FAILED/);
});

/** Records of ballots still on a device. */
const left = (page) =>
  page.evaluate(async () => {
    const groups = Object.keys(localStorage).filter((key) => key.startsWith("sipas/g/")).length;
    const database = await new Promise((done) => (indexedDB.open("sipas").onsuccess = ({ target }) => done(target.result)));
    const sealed = await new Promise((done) => {
      database.transaction("ballots").objectStore("ballots").count().onsuccess = ({ target }) => done(target.result);
    });
    database.close();
    return { groups, sealed };
  });

for (const view of ["tilted", "blurred", "dim", "all"]) {
  test(`the camera reads a phone that is ${view}`, async ({ tablet, phone }) => {
    const own = await phone();
    await answer(own, await tablet.shows());
    await expect(own.hand).toBeVisible();
    const { picture } = await codeOf(own.hand);
    await tablet.sees(picture, VIEWS[view], "taken");
    await expect(tablet.stored()).toHaveAttribute("data-value", "1");
  });
}

test("each kind of bad code is refused with its own reason, and nothing is stored", async ({ tablet, phone }) => {
  const own = await phone();
  const link = await tablet.shows();
  await answer(own, link);
  await expect(own.hand).toBeVisible();
  const good = await linkOf(own);
  const letters = good.split("?b=")[1];
  const swap = (at) => letters.slice(0, at) + (letters[at] === "A" ? "B" : "A") + letters.slice(at + 1);
  const bad = {
    damaged: good.replace(letters, swap(60)),
    "survey-code": link,
    foreign: "https://example.org/",
    // Whole, of version 2 and of version 0.
    newer: `#/staff/collect?b=${sealed([2, 0, 1])}`,
    older: `#/staff/collect?b=${sealed([0, 0, 1])}`,
    malformed: `#/staff/collect?b=${sealed([1, 0, 1])}`,
  };
  const told = new Set();
  for (const [outcome, text] of Object.entries(bad)) {
    await tablet.takes(text, outcome);
    told.add(await tablet.told.innerText());
  }
  // Another campaign; the same ticket again; the ticket of another tablet.
  const other = await phone();
  await answer(other, link.replace("c=tai-quay", "c=quy-1-2027"));
  await expect(other.hand).toBeVisible();
  await tablet.takes(await linkOf(other), "other-campaign");
  await expect(tablet.told).toContainText("quy-1-2027");
  told.add(await tablet.told.innerText());
  const strange = await phone();
  await answer(strange, link.replace(/t=\w+/, "t=1z141z4"));
  await expect(strange.hand).toBeVisible();
  await tablet.takes(await linkOf(strange), "unknown-ticket");
  told.add(await tablet.told.innerText());
  await expect(tablet.stored()).toHaveAttribute("data-value", "0");
  await tablet.takes(`Phiếu của tôi: ${good} Cảm ơn!`, "taken");
  const second = await phone();
  await answer(second, link);
  await expect(second.hand).toBeVisible();
  const { picture } = await codeOf(second.hand);
  await tablet.sees(picture, VIEWS.clean, "used-ticket");
  told.add(await tablet.told.innerText());
  expect(told.size).toBe(Object.keys(bad).length + 3);
  await expect(tablet.stored()).toHaveAttribute("data-value", "1");
  // The refused phone still has its ballot.
  expect((await left(second.page)).sealed).toBe(1);
});

/** Bytes with a part's checksum, as letters. */
function sealed(bytes) {
  // The start value is the key, as in src/formats/record/bytes.rs.
  let value = ~0x48414e44;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  value = ~value >>> 0;
  const all = [...bytes, value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
  let bits = all.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  bits = bits.padEnd(Math.ceil(bits.length / 5) * 5, "0");
  return bits.replace(/.{5}/g, (five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[parseInt(five, 2)]);
}

test("a poster's ballot is marked, and handed over as a link opened on the tablet", async ({ tablet, phone }) => {
  await tablet.staff.open("collect/poster");
  const shown = tablet.page.locator(".code");
  await expect(shown).toBeVisible();
  const { text: link } = await codeOf(shown);
  expect(link).not.toContain("&t=");
  const own = await phone();
  await own.page.goto(link);
  await own.citizen.ready();
  await own.citizen.begin();
  await own.citizen.answer("Thuế");
  await own.citizen.answer("Hài lòng");
  await own.citizen.press("stop");
  await own.citizen.press("submit");
  await own.citizen.seesThanks();
  await expect(own.hand).toBeVisible();
  await tablet.page.goto(await linkOf(own));
  await expect(tablet.told).toHaveAttribute("data-outcome", "taken");
  await tablet.page.reload();
  await expect(tablet.told).toHaveAttribute("data-outcome", "before");
  await tablet.staff.goTo("Dữ liệu");
  const { text } = await tablet.staff.download("csv", "sipas-desk");
  expect(text.trim().split("\r\n").map((line) => line.split(",").at(-1))).toEqual(["ticket", "poster"]);
});

test("a campaign this host does not know: its questionnaire, terms and name come with the link", async ({ tablet, phone }) => {
  await tablet.staff.setCampaign({ name: "Quý một", counter: "Quầy số 2", fields: "", questionnaire: "Đánh giá nhanh" });
  const link = await tablet.shows("");
  expect(link).toContain("c=quy-mot&q=quick");
  const own = await phone();
  await own.page.goto(link);
  await own.citizen.ready();
  await own.citizen.begin();
  await own.citizen.answer("Rất hài lòng");
  await own.page.locator("#screen [data-action=submit]").click();
  await own.citizen.seesThanks();
  await expect(own.hand).toContainText("Quầy số 2");
  await tablet.takes(await linkOf(own), "taken");
});

test("a ballot not handed over is offered again, also after a reload and by the plain address", async ({ tablet, phone, site }) => {
  const own = await phone();
  await answer(own, await tablet.shows());
  await expect(own.hand).toBeVisible();
  const link = await linkOf(own);
  await own.page.goto("about:blank");
  await own.page.goto(site.url);
  await own.citizen.ready();
  const waiting = own.page.locator("[data-screen=waiting]");
  await expect(waiting).toContainText("1");
  await waiting.locator("[data-action=show-code]").click();
  expect(await linkOf(own)).toBe(link);
  await tablet.takes(link, "taken");
  // Not handed over after all: asked first.
  await own.hand.locator("[data-action=hand-drop]").click();
  await own.hand.locator("[data-action=hand-no]").click();
  await own.hand.locator("[data-action=handed]").click();
  await own.hand.locator("[data-action=hand-yes]").click();
  await expect(waiting.locator(".gone")).toContainText("không còn giữ câu trả lời");
  await own.page.reload();
  await own.citizen.ready();
  await expect(waiting).toHaveCount(0);
  expect(await left(own.page)).toEqual({ groups: 0, sealed: 0 });
});

test("a long comment comes in several codes, in any order", async ({ tablet, phone }) => {
  const own = await phone();
  await tablet.staff.setCampaign({ name: "Nhanh", fields: "", questionnaire: "Đánh giá nhanh" });
  await own.page.goto(await tablet.shows(""));
  await own.citizen.ready();
  await own.citizen.begin();
  await own.citizen.answer("Hài lòng");
  await own.page.getByRole("textbox").fill("Nhân viên ở đây rất nhiệt tình. ".repeat(12));
  await own.page.locator("#screen [data-action=submit]").click();
  await own.citizen.seesThanks();
  await expect(own.hand).toContainText("2 mã");
  const first = await codeOf(own.hand);
  await own.hand.locator("[data-action=hand-next]").click();
  const second = await codeOf(own.hand);
  expect(second.text).not.toBe(first.text);
  await tablet.staff.open("collect/scan");
  for (const [text, outcome] of [[second.text, "part"], [second.text, "part"], [first.text, "taken"]]) {
    await tablet.page.locator("[name=link]").fill(text);
    await tablet.page.locator("[data-action=take]").click();
    await expect(tablet.told).toHaveAttribute("data-outcome", outcome);
  }
});

test("in the browser that is the counter itself the ballot stays", async ({ tablet }) => {
  const link = await tablet.shows();
  const page = await tablet.context.newPage();
  const own = { page, citizen: new Citizen(page), hand: page.locator("[data-hand]") };
  await answer(own, link);
  await expect(own.hand).toBeVisible();
  await tablet.takes(await linkOf(own), "before");
  await own.hand.locator("[data-action=handed]").click();
  await own.hand.locator("[data-action=hand-yes]").click();
  await expect(own.hand).toContainText("Đã nhận");
  await tablet.staff.open();
  await expect(tablet.stored()).toHaveAttribute("data-value", "1");
});
