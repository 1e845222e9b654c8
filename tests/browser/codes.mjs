// QR codes as a camera meets them: read from a screenshot, filmed for Chromium's fake camera.
import { writeFile } from "node:fs/promises";
import jsQR from "jsqr";
import { PNG } from "pngjs";

/** The text of the code in a picture; null where another decoder than ours finds none. */
export function decode(png) {
  const { width, height, data } = PNG.sync.read(png);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

/** A picture of the code shown at `place`, and its text. */
export async function codeOf(place) {
  const picture = await place.locator("svg.qr").screenshot({ animations: "disabled" });
  return { picture, text: decode(picture) };
}

/**
 * How a phone is held before a camera. No camera sees the whole of black and white; and a film's frame that had it would
 * come out of Chromium's fake camera with stray dots where a block of the picture overshoots.
 */
export const VIEWS = {
  clean: "width: 400px; filter: contrast(0.86)",
  tilted: "width: 400px; filter: contrast(0.86); transform: perspective(900px) rotateX(18deg) rotateY(-16deg) rotate(9deg)",
  blurred: "width: 420px; filter: blur(1.1px)",
  dim: "width: 400px; filter: brightness(0.28) contrast(0.8)",
  all: "width: 420px; transform: perspective(1100px) rotateY(14deg) rotate(-7deg); filter: blur(0.7px) brightness(0.4)",
};

/** A JPEG of 640×480 with the picture held as `view` says; `page` is one to draw on. */
export async function still(page, picture, view) {
  await page.setViewportSize({ width: 640, height: 480 });
  const source = `data:image/png;base64,${picture.toString("base64")}`;
  await page.setContent(
    `<body style="margin:0;height:480px;display:grid;place-items:center;overflow:hidden;background:#777">
     <img src="${source}" style="${view}"></body>`,
  );
  await page.locator("img").evaluate((image) => image.decode());
  return page.screenshot({ type: "jpeg", quality: 80 });
}

/** Writes a film in which the picture stands still. */
export async function film(file, page, picture, view = VIEWS.clean) {
  const frame = await still(page, picture, view);
  await writeFile(file, Buffer.concat(Array(8).fill(frame)));
}

/** What Chromium needs to take a film for its camera. */
export const cameraFlags = (file) => [
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${file}`,
];
