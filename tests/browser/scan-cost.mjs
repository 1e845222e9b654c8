// What scanning costs and how well it works: `node scan-cost.mjs FRAMES` (see `cargo xtask bench scan`).
// A full ballot is answered on a phone, its code is drawn into camera frames of two sizes, turned, tilted, blurred, dim
// and noisy by a generator with a fixed seed; our reader (in the page) and jsQR (in node) read the same frames.
import { chromium } from "@playwright/test";
import jsQR from "jsqr";
import { Citizen } from "./citizen.mjs";
import { codeOf } from "./codes.mjs";
import config from "./playwright.config.mjs";
import { serve, sites } from "./server.mjs";
import { Questionnaire } from "./wording.mjs";

const frames = Number(process.argv[2] ?? 120);
const SIZES = [[640, 480], [1280, 720]];

/** Random numbers from 0 to 1 that are the same every time (mulberry32). */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/** The squares of a code by its SVG path: rows of true for dark, quiet zone included. */
function squares(svg) {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)[1]);
  const dark = Array.from({ length: side }, () => new Array(side).fill(false));
  for (const [, x, y, wide] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let at = 0; at < Number(wide); at += 1) dark[Number(y)][Number(x) + at] = true;
  }
  return dark;
}

/** One frame's brightness: the code under a perspective, then blurred, dimmed and with noise. */
function frame(dark, width, height, random, degraded) {
  const side = dark.length;
  const size = height * (degraded ? 0.6 + 0.35 * random() : 0.85);
  const turn = degraded ? (random() - 0.5) * 0.7 : 0;
  const [leanX, leanY] = degraded ? [(random() - 0.5) * 0.5, (random() - 0.5) * 0.5] : [0, 0];
  const blur = degraded ? random() * 1.6 : 0;
  const light = degraded ? 0.25 + 0.75 * random() : 1;
  const noise = degraded ? random() * 14 : 0;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (const [dx, dy] of [[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]]) {
        const [a, b] = [(x + dx - width / 2) / size, (y + dy - height / 2) / size];
        const depth = 1 / (1 - leanX * a - leanY * b);
        const u = (a * cos + b * sin) * depth + 0.5;
        const v = (b * cos - a * sin) * depth + 0.5;
        const inside = u >= 0 && u < 1 && v >= 0 && v < 1;
        sum += inside ? (dark[Math.floor(v * side)][Math.floor(u * side)] ? 18 : 238) : 120;
      }
      values[y * width + x] = sum / 4;
    }
  }
  // Three box blurs along both axes come close to a Gaussian.
  const reach = Math.round(blur);
  for (let pass = 0; pass < (reach ? 2 : 0); pass += 1) box(values, width, height, reach);
  const luma = new Uint8Array(width * height);
  for (let at = 0; at < luma.length; at += 1) {
    luma[at] = Math.max(0, Math.min(255, values[at] * light + (random() + random() - 1) * noise));
  }
  return luma;
}

function box(values, width, height, reach) {
  const line = new Float32Array(Math.max(width, height));
  const along = (count, start, step) => {
    for (let at = 0; at < count; at += 1) line[at] = values[start + at * step];
    for (let at = 0; at < count; at += 1) {
      let sum = 0;
      for (let by = -reach; by <= reach; by += 1) sum += line[Math.max(0, Math.min(count - 1, at + by))];
      values[start + at * step] = sum / (2 * reach + 1);
    }
  };
  for (let y = 0; y < height; y += 1) along(width, y * width, 1);
  for (let x = 0; x < width; x += 1) along(height, x, width);
}

/** What jsQR reads, and in how many milliseconds. */
function other(luma, width, height) {
  const rgba = new Uint8ClampedArray(luma.length * 4);
  for (let at = 0; at < luma.length; at += 1) rgba.set([luma[at], luma[at], luma[at], 255], at * 4);
  const begin = performance.now();
  const text = jsQR(rgba, width, height)?.data ?? null;
  return [text, performance.now() - begin];
}

/** What our reader reads in the page, and in how many milliseconds. */
const ours = (page, luma, width, height) =>
  page.evaluate(
    ([text, width, height]) =>
      new Promise((resolve) => {
        const luma = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
        const begin = performance.now();
        sipas.scanner.look({ width, height, luma, done: (found) => resolve([found[0] ?? null, performance.now() - begin]) });
      }),
    [Buffer.from(luma).toString("base64"), width, height],
  );

const median = (list) => list.toSorted((one, two) => one - two)[Math.floor(list.length / 2)] ?? NaN;

const site = await serve(sites.current);
const browser = await chromium.launch(config.use.launchOptions);
try {
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 360, height: 740 }, locale: "vi-VN" });
  const page = await context.newPage();
  const desk = new Questionnaire("sipas-desk");
  const citizen = new Citizen(page, { home: site.url });
  const link = "/survey?c=tai-quay&q=sipas-desk&unit=gia-lai/duc-co&field=ho-tich&t=3w5e11264sgsf";
  await citizen.arrive(link);
  await citizen.begin();
  await citizen.fillIn(desk, {
    answers: Object.fromEntries(desk.criteria.map(({ id }, at) => [id, String(1 + (at % 5))])),
    gates: { gave_feedback: "yes" },
  });
  const place = page.locator("[data-hand]");
  await place.waitFor();
  const svg = await place.locator("svg.qr").evaluate((element) => element.outerHTML);
  const { text } = await codeOf(place);
  const box = await place.locator("svg.qr").boundingBox();
  const dark = squares(svg);
  const letters = text.split("?b=")[1];
  console.log(`full ballot: ${Math.floor((letters.length * 5) / 8)} bytes, link of ${text.length} characters`);
  console.log(`QR version ${(dark.length - 8 - 17) / 4}, ${(box.width / dark.length).toFixed(2)} px a square at 360 px, with ${site.url.length} characters of address`);

  const tablet = await context.newPage();
  await tablet.goto(`${site.url}#/staff/collect/scan`);
  // There is no camera here; what would look at its frames is given all the same.
  await tablet.locator("[data-action=camera]").click();
  await tablet.waitForFunction(() => globalThis.sipas?.scanner?.look);
  for (const [width, height] of SIZES) {
    const random = generator(width);
    const clean = frame(dark, width, height, random, false);
    await ours(tablet, clean, width, height);
    const times = [];
    const jsTimes = [];
    for (let run = 0; run < 9; run += 1) {
      const [found, took] = await ours(tablet, clean, width, height);
      if (found !== text) throw new Error(`a clean frame of ${width}×${height} was not read`);
      times.push(took);
      jsTimes.push(other(clean, width, height)[1]);
    }
    console.log(`\n${width}×${height}: a clean frame in ${median(times).toFixed(1)} ms (jsQR ${median(jsTimes).toFixed(1)} ms)`);
    const read = { ours: 0, jsQR: 0 };
    const spent = { ours: [], jsQR: [] };
    for (let at = 0; at < frames; at += 1) {
      const luma = frame(dark, width, height, random, true);
      const [own, took] = await ours(tablet, luma, width, height);
      const [theirs, tookTheirs] = other(luma, width, height);
      read.ours += own === text;
      read.jsQR += theirs === text;
      if (own !== null && own !== text) throw new Error("another text was read");
      spent.ours.push(took);
      spent.jsQR.push(tookTheirs);
    }
    for (const name of Object.keys(read)) {
      const share = ((100 * read[name]) / frames).toFixed(1);
      console.log(`  ${name}: ${read[name]} of ${frames} degraded frames (${share} %), ${median(spent[name]).toFixed(1)} ms a frame`);
    }
  }
} finally {
  await browser.close();
  await site.remove();
}
