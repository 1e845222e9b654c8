// A citizen at the survey: sees questions, gives answers by their labels, presses the buttons of the page.
import { expect } from "@playwright/test";

/** What stands on the screens around the questionnaire. */
export const SAYS = {
  vi: {
    unit: "Ông/bà vừa làm thủ tục ở đâu?",
    field: "Thủ tục của ông/bà thuộc lĩnh vực nào?",
    respondent: "Đôi điều về ông/bà",
    offer: "Tiếp tục phiếu đang làm?",
    stop: "Ông/bà muốn dừng ở đây?",
    thanks: "Cảm ơn ông/bà!",
    reminder: "Xin chọn một câu trả lời, hoặc bấm “Bỏ qua câu này”.",
  },
  en: {
    unit: "Where did you do your procedure?",
    field: "Which field was your procedure in?",
    respondent: "A little about you",
    offer: "Continue the answers you began?",
    stop: "Stop here?",
    thanks: "Thank you!",
    reminder: "Please choose an answer, or press “Skip this question”.",
  },
};

/** In the page: frame by frame, until the heading in focus says so, for two seconds at most. */
function awaitFocusOn(title) {
  const until = performance.now() + 2000;
  return new Promise((done) => {
    const look = () => {
      const there = document.activeElement?.matches("#screen :is(legend, h1)") && document.activeElement.innerText.trim() === title;
      if (there || performance.now() > until) done();
      else requestAnimationFrame(look);
    };
    look();
  });
}

export class Citizen {
  constructor(page, { language = "vi", home = "./" } = {}) {
    this.page = page;
    this.home = home;
    this.says = SAYS[language];
    this.screen = page.locator("#screen");
    /** The question, or the heading where there is none. */
    this.heading = this.screen.locator("legend, h1:not(legend h1)");
    /** The same where it also has the focus, as every new screen's heading must. */
    this.announced = this.screen.locator("legend:focus, h1:focus");
    this.start = page.locator("#start");
  }

  /** Opens the app at an address behind `#` and waits until the program runs. */
  async arrive(fragment = "") {
    await this.page.goto(`${this.home}${fragment && `#${fragment}`}`);
    await this.ready();
  }

  async ready() {
    await expect(this.page.locator("html")).toHaveAttribute("data-boot", "ready");
    await expect(this.page.locator("html")).toHaveAttribute("data-app", /./);
  }

  /** Presses "Bắt đầu" on the start screen. */
  async begin() {
    await this.start.locator("[data-action=start]").click();
    await expect(this.heading).toBeVisible();
  }

  /** Presses "Bắt đầu" on the counter's waiting tablet. */
  async beginAtCounter() {
    await this.page.locator("#kiosk [data-action=start]").click();
    await expect(this.heading).toBeVisible();
  }

  /** From the front door to the first question. */
  async startSurvey() {
    await this.arrive();
    await this.begin();
  }

  async sees(title) {
    await expect(this.heading).toHaveText(title);
  }

  /** A new screen has come, and the focus with it. */
  async meets(title) {
    await this.page.evaluate(awaitFocusOn, title);
    await expect(this.announced).toHaveText(title);
  }

  async seesThanks() {
    await expect(this.screen.locator("[data-screen=thanks]")).toBeVisible();
    await this.meets(this.says.thanks);
  }

  /** A radio button or tick box by the words beside it. */
  choice(label) {
    return this.screen.getByLabel(label, { exact: true });
  }

  /** Chooses by touch: the next question comes by itself. */
  async touch(label) {
    await this.choice(label).click();
  }

  /** Chooses by keyboard: nothing moves until "next". */
  async mark(label) {
    await this.choice(label).press(" ");
    await expect(this.choice(label)).toBeChecked();
  }

  button(action) {
    return this.screen.locator(`[data-action=${action}]`);
  }

  async press(action) {
    await this.button(action).click();
  }

  /** Chooses by keyboard and goes on with Enter. */
  async answer(label) {
    await this.choice(label).press(" ");
    await this.page.keyboard.press("Enter");
  }

  /** Fills in a whole sheet from the first question to the thanks, checking that each question comes in its order. */
  async fillIn(questionnaire, sheet) {
    for (const question of questionnaire.questions(sheet)) {
      await this.meets(question.title ?? this.says[question.id]);
      if (sheet.stopBefore === question.id) {
        await this.press("stop");
        await this.meets(this.says.stop);
        await this.press("submit");
        await this.seesThanks();
        return;
      }
      await this.#answerOne(questionnaire, sheet, question);
    }
    await this.seesThanks();
  }

  async #answerOne(questionnaire, sheet, question) {
    const { id, kind } = question;
    switch (kind) {
      case "place":
        return this.#choose(question.labels[sheet[id]] ?? null, sheet.by);
      case "gate": {
        const choice = question.choices.find((one) => one.code === sheet.gates?.[id]);
        return this.#choose(choice ? questionnaire.say(choice.label) : null, sheet.by);
      }
      case "criterion": {
        const label = (code) => questionnaire.label(question.criterion, code);
        const first = sheet.changes?.[id];
        if (first) {
          // Answered, gone on, come back, changed.
          await this.#choose(label(first), sheet.by);
          await expect(this.heading).not.toHaveText(question.title);
          await this.press("back");
          await this.meets(question.title);
          await expect(this.choice(label(first))).toBeChecked();
        }
        const code = sheet.answers[id];
        return this.#choose(code ? label(code) : null, sheet.by);
      }
      case "reasons":
        for (const code of sheet.reasons ?? []) {
          await this.choice(questionnaire.say(question.choices.find((one) => one.code === code).label)).check();
        }
        return this.#go(sheet.by);
      case "comment":
        if (sheet.comment) await this.screen.getByRole("textbox").fill(sheet.comment);
        return this.#go(sheet.by);
      case "respondent":
        for (const asked of question.questions) {
          const code = sheet.respondent?.[asked.id];
          const choice = asked.choices.find((one) => one.code === code);
          if (choice) await this.screen.getByLabel(questionnaire.say(asked.text)).selectOption({ label: questionnaire.say(choice.label) });
        }
        return this.#go(sheet.by);
    }
  }

  async #choose(label, by) {
    if (label === null) await this.press("skip");
    else if (by === "touch") await this.touch(label);
    else await this.answer(label);
  }

  /** On with "next", or "send" where it is the last screen. */
  async #go(by) {
    // Just after the page has moved on by itself a press is not taken for the new screen: people look first.
    if (by === "touch") await this.page.evaluate(() => new Promise((done) => setTimeout(done, 800)));
    await this.screen.locator("[data-action=next], [data-action=submit]").click();
  }

  /** From the thanks to the first question of another ballot, without loading the page again. */
  async another() {
    await this.press("again");
    await this.begin();
  }
}

/** The questions before the questionnaire: which unit, which field. */
export function places(campaign, language = "vi") {
  const say = SAYS[language];
  const question = (id, list) => ({
    kind: "place",
    id,
    title: say[id],
    labels: Object.fromEntries(list.map((place) => [place.code, place.label[language] ?? place.label.vi])),
  });
  const asked = [];
  if (campaign.units?.length) asked.push(question("unit", campaign.units));
  if (campaign.fields?.length) asked.push(question("field", campaign.fields));
  return asked;
}
