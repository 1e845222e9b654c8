// The QR stream for tests: ballots to send, the sender's codes as it shows them, and a film of them for a camera.
import { writeFile } from "node:fs/promises";
import { Questionnaire } from "./wording.mjs";

/** Random numbers from 0 to 1 that are the same every time (mulberry32). */
export const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/** A ballot file of complete `sipas-desk` ballots of the built-in campaign. */
export function ballotFile(count, seed = 1) {
  const random = generator(seed);
  const below = (bound) => Math.floor(random() * bound);
  const desk = new Questionnaire("sipas-desk");
  const levels = "55444321";
  const header = ["ballot_id", "device_id", "campaign", "questionnaire", "version", "unit", "field", "channel", "status", "submitted_at", "duration_secs"];
  header.push("gender", "age", "education", "occupation", "respondent", ...desk.criteria.map(({ id }) => id), "comment", "reasons");
  const rows = Array.from({ length: count }, (_, number) => {
    const id = Array.from({ length: 16 }, () => below(16).toString(16)).join("");
    const time = new Date(Date.UTC(2026, 10, 2, 1) + (number * 97 + below(60)) * 1000 + 7 * 3600 * 1000).toISOString().slice(0, 19);
    const answers = desk.criteria.map(() => levels[below(8)]);
    const comment = below(20) ? "" : "Chờ hơi lâu nhưng nhân viên nhiệt tình.";
    return [id, "3f2a90c1", "tai-quay", "sipas-desk", "1", "gia-lai/duc-co", ["ho-tich", "thue"][below(2)], "kiosk", "complete", `${time}+07:00`, 60 + below(180), "", "", "", "", "", ...answers, comment, ""].join(",");
  });
  return { name: "quay-1.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${[header, ...rows].join("\r\n")}\r\n`) };
}

/** Steps through the codes the sending page shows, from the first: the outline of each. */
export const codesOf = (page, count) =>
  page.evaluate(async (count) => {
    const find = (name) => document.querySelector(`[data-action=${name}]`);
    const drawn = () => new Promise((done) => setTimeout(done));
    while (!find("stream-before").disabled) {
      find("stream-before").click();
      await drawn();
    }
    const codes = [];
    while (codes.length < count) {
      const svg = document.querySelector(".stream-picture svg");
      codes.push([svg.viewBox.baseVal.width, svg.querySelectorAll("path")[1].getAttribute("d")]);
      find("stream-next").click();
      await drawn();
    }
    return codes;
  }, count);

/**
 * Films codes as another tablet's camera sees them, each for four frames of a thirtieth of a second: `lost` of a hundred
 * are missing, `blurred` of a hundred are out of focus. No camera sees the whole of black and white.
 */
export async function filmStream(file, page, codes, { lost, blurred, seed = 7, width = 640, height = 480 }) {
  const random = generator(seed);
  const seen = codes.filter(() => random() * 100 >= lost).map(([side, outline]) => [side, outline, random() * 100 < blurred ? 2.5 : 0.4]);
  const frames = await page.evaluate(
    async ([seen, width, height]) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      const out = [];
      for (const [side, outline, blur] of seen) {
        context.resetTransform();
        context.filter = "none";
        context.fillStyle = "#777";
        context.fillRect(0, 0, width, height);
        context.filter = `blur(${blur}px)`;
        const scale = (height * 0.93) / side;
        context.setTransform(scale, 0.02 * scale, -0.02 * scale, scale, (width - side * scale) / 2 + 4, (height - side * scale) / 2 - 4);
        context.fillStyle = "#e6e6e6";
        context.fillRect(0, 0, side, side);
        context.fillStyle = "#1c1c1c";
        context.fill(new Path2D(outline));
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 })).arrayBuffer());
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        out.push(btoa(text));
      }
      return out;
    },
    [seen, width, height],
  );
  const four = frames.map((frame) => Buffer.from(frame, "base64")).flatMap((frame) => [frame, frame, frame, frame]);
  await writeFile(file, Buffer.concat(four));
  return { shown: codes.length, seen: seen.length, blurred: seen.filter(([, , blur]) => blur > 1).length };
}
