// The pages on which ballots come in: files, codes, analysis sets; for whatever looks at each of them.
import { expect } from "@playwright/test";
import { codeOf } from "./codes.mjs";
import { Staff } from "./staff.mjs";
import { ballotFile } from "./stream.mjs";

/** A campaign with everything the pages show of one. */
export const CAMPAIGN = {
  name: "Quarter IV",
  counter: "Quầy số 2",
  units: "gia-lai/duc-co: Xã Đức Cơ | Duc Co commune\ngia-lai/ia-dok: Xã Ia Dơk | Ia Dok commune",
  fields: "Hộ tịch | Civil status\nĐất đai | Land\nThuế | Tax",
};

export const FILES = {
  /** Ballots brought in from files, some of them spoilt. */
  async imports({ page, look }) {
    const staff = new Staff(page);
    await staff.setCampaign(CAMPAIGN);
    await staff.open("data");
    const header =
      "ballot_id;device_id;campaign;questionnaire;version;unit;field;channel;status;submitted_at;duration_secs;gender;age;education;occupation;respondent;overall;comment;reasons";
    const row = (id, unit, level) => `${id};00c0ffee;q4;quick;1;${unit};;kiosk;complete;05/11/2026 8:30;20;;;;;;${level};;`;
    const rows = [row("00000000000000a1", "Duc Co (2025)", 4), row("1.5E+15", "", 4), row("00000000000000a3", "", 9), row("7", "", 5)];
    const buffer = Buffer.from([header, ...rows].join("\r\n"));
    await page.locator("[data-import=ballots]").setInputFiles([
      { name: "tu-excel.csv", mimeType: "text/csv", buffer },
      { name: "khac.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\r\n1,2\r\n") },
    ]);
    await expect(page.locator("[data-screen=import-preview]")).toBeVisible();
    await look("staff-import-preview", "staff");
    await page.locator("[data-option=seen]").check();
    await page.locator("[data-action=import]").click();
    await expect(page.locator("[data-action=undo-import]")).toBeVisible();
    await look("staff-import-done", "staff");
  },

  /** Ballots shown as codes, and another device's collected. */
  async stream({ page, look }) {
    const staff = new Staff(page);
    await staff.open("data/send");
    await expect(page.locator("[data-screen=stream-nothing]")).toBeVisible();
    await look("staff-send-nothing", "staff");
    await staff.open("data");
    await page.locator("[data-import=ballots]").setInputFiles(ballotFile(20));
    await page.locator("[data-screen=import-preview] [data-action=import]").click();
    await expect(page.locator("[data-screen=import-said]")).toBeVisible();
    await staff.open("data/send");
    await look("staff-send", "staff");
    await page.locator("[data-action=stream-start]").click();
    await page.locator("[data-action=stream-pause]").click();
    await look("staff-send-showing", "staff");
    const texts = [];
    const needed = Number(await page.locator("[data-screen=stream-showing]").getAttribute("data-needed"));
    while (texts.length < needed) {
      texts.push((await codeOf(page.locator(".stream-picture"))).text);
      await page.locator("[data-action=stream-next]").click();
    }
    await page.locator("[data-action=stream-received]").click();
    await expect(page.locator("[data-screen=stream-done]")).toBeVisible();
    await look("staff-send-done", "staff");
    await staff.open("data/receive");
    await look("staff-receive", "staff");
    await page.locator("[data-action=camera]").click();
    await expect(page.locator(".told")).toBeVisible();
    await look("staff-receive-no-camera", "staff");
    const sees = (text) => page.evaluate((text) => sipas.scanner.look({ texts: [text], done: () => {} }), text);
    await sees(texts[0]);
    await expect(page.locator("[data-screen=stream-progress]")).toHaveAttribute("data-here", "1");
    await look("staff-receive-some", "staff");
    await sees("https://example.org/");
    await expect(page.locator("[data-outcome=foreign]")).toBeVisible();
    await look("staff-receive-foreign", "staff");
    for (const text of texts.slice(1)) await sees(text);
    await expect(page.locator("[data-screen=import-preview]")).toBeVisible();
    await look("staff-receive-whole", "staff");
  },

  /** An analysis set: on its way, open, its results, and what cannot be opened. */
  async set({ page, look }) {
    const staff = new Staff(page);
    await staff.open("data");
    const header =
      "ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,submitted_at,duration_secs,gender,age,education,occupation,respondent,overall,comment,reasons";
    const row = (id, level, day = "05") => `${id},00c0ffee,q4,quick,1,gia-lai/duc-co,ho-tich,kiosk,complete,2026-11-${day}T08:30:00+07:00,20,,,,,,${level},,`;
    const rows = Array.from({ length: 12 }, (_, at) => row(`00000000000000a${at.toString(16)}`, 1 + (at % 5)));
    const file = (name, rows) => ({ name, mimeType: "text/csv", buffer: Buffer.from([header, ...rows].join("\r\n")) });
    // The worker's work is held up while its progress is looked at.
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (work) {
        window.letGo = () => postMessage.call(this, work);
      };
    });
    await page.locator("[data-import=set]").setInputFiles([
      file("phuong-mot.csv", rows),
      file("phuong-hai.csv", [rows[0], row("00000000000000a1", 5, "06"), row("00000000000000b1", 9)]),
      { name: "khac.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\r\n1,2\r\n") },
    ]);
    await expect(page.locator("[data-screen=set-busy]")).toBeVisible();
    await look("staff-set-busy", "staff");
    await page.evaluate(() => window.letGo());
    await expect(page.locator("[data-screen=set-open]")).toBeVisible();
    await page.locator("[data-screen=set-conflicts] summary").click();
    await look("staff-set-open", "staff");
    await page.locator("[data-action=set-results]").click();
    await expect(page.locator("[data-screen=set-banner]")).toBeVisible();
    await expect(staff.value("index/overall")).toBeVisible();
    await look("staff-set-results", "staff");
  },
};
