// A year of 600 ballots in local storage, as `cargo run --example round -- 600 5 year.json -` writes it.
import { readFileSync } from "node:fs";

const ballots = JSON.parse(readFileSync(new URL("year.json", import.meta.url), "utf8"));

/** How many there are. */
export const COUNT = 600;

/** What stands in every comment among them. */
export const COMMENT = "GÓP Ý RIÊNG";

/** The day after the last of them, by the clock of the office. */
export const TODAY = "2026-11-21T09:30:00+07:00";

const names = (list) => list.map(([code, vi, en]) => ({ code, label: { vi, en } }));

/** The campaign they were collected in. */
export const campaign = JSON.stringify({
  format: "sipas-campaign/1",
  id: "nam-2026",
  name: { vi: "Khảo sát năm 2026", en: "Survey of 2026" },
  questionnaire: "sipas-desk",
  units: names([
    ["gia-lai/xa-001", "Xã Đức Cơ", "Duc Co commune"],
    ["gia-lai/xa-002", "Xã Ia Dơk", "Ia Dok commune"],
    ["gia-lai/xa-003", "Xã Ia Krêl", "Ia Krel commune"],
    ["gia-lai/xa-004", "Xã Ia Nan", "Ia Nan commune"],
    ["gia-lai/xa-005", "Xã Ia Pnôn", "Ia Pnon commune"],
  ]),
  fields: names([
    ["ho-tich", "Hộ tịch", "Civil status"],
    ["chung-thuc", "Chứng thực", "Certification"],
    ["dat-dai", "Đất đai", "Land"],
    ["xay-dung", "Xây dựng", "Construction"],
    ["cu-tru", "Cư trú", "Residence"],
    ["thue", "Thuế", "Tax"],
  ]),
});

/** Puts them into the pages opened from now on, once, and sets their clock to the day after, or lets it run from `from`. */
export async function collected(page, { from } = {}) {
  if (from) await page.clock.install({ time: from });
  else await page.clock.setFixedTime(TODAY);
  await page.addInitScript(
    (content) => {
      if (!location.protocol.startsWith("http") || localStorage.getItem("sipas/campaign")) return;
      for (const [key, value] of Object.entries(content)) localStorage.setItem(key, value);
    },
    { ...ballots, "sipas/campaign": campaign },
  );
}
