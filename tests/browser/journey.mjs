// Every page and state of the app, reached as people reach them: for whatever looks at each of them.
import { expect } from "@playwright/test";
import { Citizen, SAYS } from "./citizen.mjs";
import { seed } from "./console.mjs";
import { CAMPAIGN, FILES } from "./journey-files.mjs";
import { PLANS } from "./journey-plans.mjs";
import { Kiosk, PIN } from "./kiosk.mjs";
import { Staff } from "./staff.mjs";
import { Questionnaire } from "./wording.mjs";
import { collected } from "./year.mjs";

/** Names of the staff's pages as their headings say them. */
const STAFF = {
  vi: { results: "Kết quả", data: "Dữ liệu", campaign: "Đợt khảo sát", quick: "Đánh giá nhanh" },
  en: { results: "Results", data: "Data", campaign: "Campaign", quick: "Quick rating" },
};

/** Remembers the language, as a person's earlier choice. */
export const inLanguage = (context, language) =>
  context.addInitScript((code) => {
    try {
      localStorage.setItem("sipas/language", code);
    } catch {
      // Some of the states are those of a browser without storage.
    }
  }, language);

/**
 * The parts of the app, each a walk that calls `look(name, kind)` at every stop; `kind` is "survey" for what
 * citizens see and "staff" for the rest.
 */
export const PARTS = {
  ...FILES,
  ...PLANS,
  /** The default survey from the front door to the thanks. */
  async survey({ page, language, look }) {
    const desk = new Questionnaire("sipas-desk", language);
    const citizen = new Citizen(page, { language });
    const says = SAYS[language];
    const statement = (at) => desk.say(desk.criteria[at].text);
    const satisfied = desk.label(desk.criteria[0], "4");
    await citizen.arrive();
    await look("front", "survey");
    await citizen.arrive("/survey");
    await look("start", "survey");
    await citizen.begin();
    await citizen.meets(says.field);
    await look("field", "survey");
    await citizen.press("stop");
    await citizen.meets(says.stop);
    await look("stop-with-nothing", "survey");
    await citizen.press("back");
    await citizen.meets(says.field);
    await citizen.press("skip");
    await citizen.meets(statement(0));
    await look("statement", "survey");
    await citizen.mark(satisfied);
    await page.locator("#screen summary").click();
    await look("statement-answered-and-explained", "survey");
    await citizen.mark(desk.label(desk.criteria[0], "na"));
    await citizen.press("next");
    await citizen.meets(statement(1));
    await citizen.press("next");
    await expect(page.getByText(says.reminder)).toBeVisible();
    await look("reminder", "survey");
    await citizen.press("stop");
    await citizen.meets(says.stop);
    await look("stop", "survey");
    await citizen.press("back");
    await citizen.meets(statement(1));
    await page.reload();
    await citizen.ready();
    await citizen.sees(says.offer);
    await look("offer", "survey");
    await citizen.press("resume");
    for (let at = 1; at < 18; at += 1) {
      await citizen.meets(statement(at));
      await citizen.press("skip");
    }
    const gate = desk.factors.at(-1).gate;
    await citizen.meets(desk.say(gate.text));
    await look("gate", "survey");
    await citizen.answer(desk.say(gate.choices[1].label));
    await citizen.meets(desk.say(desk.general.text));
    await look("general-question", "survey");
    await citizen.answer(satisfied);
    await citizen.meets(desk.say(desk.comment.text));
    await look("comment", "survey");
    await page.getByRole("textbox").fill("Tốt");
    await citizen.press("next");
    await citizen.meets(says.respondent);
    await look("respondent", "survey");
    await citizen.press("submit");
    await citizen.seesThanks();
    await look("thanks", "survey");
  },

  /** One question at the counter, with units, reasons and all the staff's pages before and after. */
  async staff({ page, language, look }) {
    const quick = new Questionnaire("quick", language);
    const citizen = new Citizen(page, { language });
    const staff = new Staff(page);
    const names = STAFF[language];
    await staff.open();
    await expect(page.locator("[data-screen=offline]")).not.toContainText("…");
    await look("staff-collect", "staff");
    await staff.goTo(names.results);
    await look("staff-results-empty", "staff");
    await staff.goTo(names.data);
    await look("staff-data-empty", "staff");
    await staff.goTo(names.campaign);
    await look("staff-campaign", "staff");
    await page.locator("[name=units]").fill("!!!");
    await expect(page.locator(".problems li")).toHaveCount(1);
    await look("staff-campaign-with-mistakes", "staff");
    await staff.setCampaign({ ...CAMPAIGN, questionnaire: names.quick });
    await look("staff-campaign-saved", "staff");
    await page.locator("[data-action=codes]").first().click();
    await expect(page.locator(".campaign-code svg")).toBeVisible();
    await look("staff-campaign-codes", "staff");
    await page.locator("[data-action=close-codes]").click();
    await citizen.arrive("/kiosk");
    await expect(page.locator("[data-screen=attract]")).toBeVisible();
    await look("attract", "survey");
    for (const [code, reason] of [["2", "officials"], ["5", null], ["4", null]]) {
      await citizen.beginAtCounter();
      await citizen.meets(SAYS[language].unit);
      await look("unit", "survey");
      await citizen.answer(language === "en" ? "Duc Co commune" : "Xã Đức Cơ");
      await citizen.meets(SAYS[language].field);
      await citizen.answer(language === "en" ? "Tax" : "Thuế");
      await citizen.meets(quick.say(quick.general.text));
      await citizen.answer(quick.label(quick.general, code));
      if (reason) {
        await citizen.meets(quick.say(quick.reasons.text));
        await citizen.choice(quick.say(quick.reasons.choices[2].label)).check();
        await look("reasons", "survey");
        await citizen.press("next");
      }
      await citizen.meets(quick.say(quick.comment.text));
      await citizen.press("submit");
      await citizen.seesThanks();
      await look("thanks-at-the-counter", "survey");
      await citizen.press("again");
    }
    await staff.open("results");
    await expect(staff.value("count/ballots")).toHaveText("3");
    await look("staff-results-one-question", "staff");
    await page.locator("[data-filter=from]").fill("2099-01-01");
    await expect(staff.value("count/ballots")).toHaveCount(0);
    await look("staff-results-nothing-matches", "staff");
    await staff.goTo(names.data);
    await staff.download("csv", "quick");
    await expect(page.locator("p.done[role=status]")).not.toBeEmpty();
    await look("staff-data", "staff");
    await staff.download("xlsx", "quick");
    await expect(page.locator("[data-screen=exported] .done")).toBeVisible();
    await look("staff-data-exported", "staff");
    await staff.open("data/codebook?questionnaire=quick");
    await expect(page.locator(".codes")).toBeVisible();
    await look("staff-codebook", "staff");
  },

  /** Results of the default questionnaire, and what the staff see of damaged records. */
  async results({ page, language, look }) {
    const desk = new Questionnaire("sipas-desk", language);
    const citizen = new Citizen(page, { language });
    await citizen.arrive("/survey?field=thue");
    await citizen.begin();
    const answers = Object.fromEntries(desk.criteria.map(({ id }, at) => [id, String(1 + (at % 5))]));
    await citizen.fillIn(desk, { answers, gates: { gave_feedback: "yes" } });
    await page.evaluate(() => localStorage.setItem("sipas/g/ffffffff-0", "?"));
    await page.reload();
    const staff = new Staff(page);
    await staff.open("results");
    await expect(staff.value("count/ballots")).toHaveText("1");
    await look("staff-results", "staff");
    await staff.open("data");
    await expect(staff.value("stored/set-aside")).toHaveText("1");
    await look("staff-data-with-damage", "staff");
    await staff.open();
    await look("staff-collect-with-damage", "staff");
  },

  /** The printed report and the public display of a year. */
  async report({ page, look }) {
    const staff = new Staff(page);
    await collected(page);
    await staff.open("results/report?period=2026-Q3");
    await expect(page.locator(".paper")).toBeVisible();
    await page.locator(".office summary").click();
    await look("staff-report", "staff");
    await staff.open("results/report?period=2026-07&unit=gia-lai/xa-005");
    await expect(page.locator("[data-screen=report] .warning")).toBeVisible();
    await look("staff-report-nothing", "staff");
    await page.goto("./#/display");
    for (const name of ["overview", "factors", "months", "thanks"]) {
      await expect(page.locator(`[data-slide=${name}]`)).toBeVisible();
      await look(`display-${name}`, "staff");
      await page.keyboard.press("ArrowRight");
    }
  },

  /** The results console over four hundred ballots. */
  async console({ page, look }) {
    const staff = new Staff(page);
    await seed(page);
    await staff.view("month=2026-10");
    await page.goto("./#/staff/results?month=2026-10&colour=red");
    await expect(page.locator("[data-screen=ignored]")).toBeVisible();
    await page.locator(".more summary").click();
    await page.locator('[aria-controls="how-index/overall"]').click();
    await look("staff-results-overview", "staff");
    for (const view of ["criteria", "units", "time", "fields", "channels", "respondents", "comments", "quality"]) {
      await staff.view(`view=${view}&unit=gia-lai`);
      if (view === "comments") await page.locator("[data-action=strike]").nth(2).click();
      await look(`staff-results-${view}`, "staff");
    }
  },

  /** The counter's tablet: set up, waiting, asking, closed, and its way out. */
  async kiosk({ page, language, look }) {
    const kiosk = new Kiosk(page);
    const citizen = new Citizen(page, { language });
    /** The tablet's own clock, so far ahead and then standing still while the page is looked at. */
    const standStill = (ms) =>
      page.evaluate((ms) => {
        const at = performance.now() + ms;
        performance.now = () => at;
      }, ms);
    await kiosk.openSettings();
    await page.locator("[name=has-hours]").check();
    await look("staff-kiosk", "staff");
    await page.locator("[name=pin]").fill("1234");
    await page.locator("[data-action=set-pin]").click();
    await expect(page.locator("[data-screen=pin-said]")).not.toBeEmpty();
    await look("staff-kiosk-easy-pin", "staff");
    await page.locator("[name=pin]").fill(PIN);
    await page.locator("[name=pin-again]").fill(PIN);
    await page.locator("[data-action=set-pin]").click();
    await expect(page.locator("[data-screen=recovery]")).toBeVisible({ timeout: 30_000 });
    await look("staff-kiosk-code", "staff");
    await page.locator("[data-action=code-done]").click();
    await kiosk.start();
    await look("kiosk-waiting", "survey");
    await citizen.beginAtCounter();
    await standStill(31_000);
    await expect(kiosk.still).toBeVisible();
    await look("kiosk-still-there", "survey");
    await kiosk.still.locator("[data-action=give-up]").click();
    await kiosk.knock();
    await look("kiosk-exit", "survey");
    await kiosk.exit.locator("[data-action=forgotten]").click();
    await look("kiosk-exit-code", "survey");
  },

  /** Home interviews. */
  async interview({ page, language, look }) {
    const citizen = new Citizen(page, { language });
    await page.goto("./#/staff/collect/interview");
    await expect(page.locator("[name=last-household]")).toBeVisible();
    await look("staff-interview-empty", "staff");
    await page.locator("[name=last-household]").fill("120");
    await page.locator("[data-action=set-households]").click();
    for (const [number, mark] of [[1, "not-home"], [2, "refused"], [3, "revisit"]]) {
      await page.locator(`[data-number="${number}"]`).click();
      await page.locator(`[data-mark="${mark}"]`).click();
    }
    await look("staff-interview", "staff");
    await page.locator("[data-action=practice]").click();
    await citizen.meets(SAYS[language].field);
    await citizen.press("skip");
    await expect(page.locator("#screen details")).toHaveCount(1);
    await look("practice-statement", "survey");
    for (let at = 0; at < 9; at += 1) await citizen.press("skip");
    await expect(page.locator("#interview [data-screen=hand-over]")).toBeVisible();
    await look("hand-over", "survey");
  },

  /** A counter's code on the phone, the code the phone shows, and the pages of the counter. */
  async handOver({ page, language, look }) {
    const quick = new Questionnaire("quick", language);
    const citizen = new Citizen(page, { language });
    const hand = page.locator("[data-hand]");
    await citizen.arrive("/survey?c=quy-mot&q=quick&t=1z141z4&n=Qu%E1%BA%A7y%202");
    await citizen.begin();
    await citizen.meets(quick.say(quick.general.text));
    await citizen.answer(quick.label(quick.general, "4"));
    await citizen.meets(quick.say(quick.comment.text));
    await citizen.press("submit");
    await citizen.seesThanks();
    await expect(hand).toBeVisible();
    await look("hand-over", "survey");
    await hand.locator("summary").click();
    await look("hand-over-away", "survey");
    await hand.locator("[data-action=handed]").click();
    await look("hand-over-confirm", "survey");
    await page.goto("about:blank");
    await citizen.arrive("/");
    await expect(page.locator("[data-screen=waiting]")).toBeVisible();
    await look("hand-over-waiting", "survey");
    await page.locator("[data-action=show-code]").click();
    await look("hand-over-waiting-open", "survey");
    await hand.locator("[data-action=hand-drop]").click();
    await look("hand-over-drop", "survey");
    await hand.locator("[data-action=hand-yes]").click();
    await expect(hand.locator(".gone")).toBeVisible();
    await look("hand-over-dropped", "survey");
    const staff = new Staff(page);
    await staff.open("collect/code");
    await expect(page.locator(".code")).toBeVisible();
    await look("staff-code", "staff");
    await staff.open("collect/poster");
    await expect(page.locator(".code")).toBeVisible();
    await look("staff-poster", "staff");
    await staff.open("collect/scan");
    await look("staff-scan", "staff");
    await page.locator("[name=link]").fill("https://example.org/");
    await page.locator("[data-action=take]").click();
    await expect(page.locator(".told")).toBeVisible();
    await look("staff-scan-refused", "staff");
  },

  /** Paper ballots: printed, typed in, compared. */
  async paper({ page, language, look }) {
    const staff = new Staff(page);
    await staff.setCampaign({ name: "Quarter IV", questionnaire: STAFF[language].quick });
    await staff.open("collect/paper/print");
    await expect(page.locator(".bp").first()).toBeVisible();
    await look("staff-paper-print", "staff");
    await staff.open("collect/paper");
    await look("staff-paper-empty", "staff");
    /** Types the first paper with this key in every cell. */
    const typeIn = async (name, mode, key) => {
      await page.locator("[name=paper-person]").fill(name);
      await page.locator("[data-action=paper-add]").click();
      await expect(page.locator("[name=paper-who]")).toHaveValue(name);
      await page.locator(`[name=paper-mode][value=${mode}]`).check();
      await page.locator("[name=paper-number]").fill("1");
      await page.keyboard.press("Enter");
      await expect(page.locator("#paper-cell-0")).toBeFocused();
      await page.keyboard.press(key);
      await look(`staff-paper-typing-${mode}`, "staff");
      while (await page.evaluate(() => document.activeElement.dataset.cell)) await page.keyboard.press("1");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
    };
    await typeIn("An", "first", "4");
    await expect(page.locator("[data-saved]")).toBeVisible();
    await look("staff-paper-waiting", "staff");
    await typeIn("Ba", "second", "5");
    await expect(page.locator("[data-paper=compare]")).toBeVisible();
    await look("staff-paper-compare", "staff");
    await page.keyboard.press("1");
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-saved]")).toBeVisible();
    await look("staff-paper-agreement", "staff");
  },

  /** What cannot go on, and says so. */
  async notices({ page, language, look }) {
    const citizen = new Citizen(page, { language });
    await citizen.arrive("/nowhere");
    await expect(page.locator("#screen h1")).toBeVisible();
    await look("no-such-page", "survey");
    await page.goto("about:blank");
    await page.addInitScript(() => {
      if (location.protocol.startsWith("http")) localStorage.setItem("sipas/campaign", '{"format": "sipas-campaign/1"}');
    });
    await citizen.arrive("/survey");
    await look("campaign-with-mistakes", "survey");
    await page.addInitScript(() => {
      if (!location.protocol.startsWith("http")) return;
      const denied = {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      };
      Object.defineProperty(window, "localStorage", denied);
      Object.defineProperty(window, "indexedDB", denied);
    });
    await page.goto("about:blank");
    await citizen.arrive("/survey");
    if (language === "en") await citizen.press("language");
    await expect(page.locator("[data-screen=notice]")).toBeVisible();
    await look("no-storage", "survey");
    await page.goto("./#/staff/results");
    await expect(page.locator("#staff h1")).toBeVisible();
    await look("staff-no-storage", "staff");
    await page.evaluate(() => sipas.crashed("x"));
    await look("crashed", "both");
  },
};
