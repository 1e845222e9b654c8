// Runs inside the measured page: reads the start screen, presses start, answers the first question, and notes when.

/** What to look for on each kind of page. */
export const KINDS = {
  ours: {
    heading: "#start h1",
    start: "#start [data-action=start]",
    radio: "#app [data-criterion] input[type=radio]",
    // A choice made by touch leads on to the next question.
    question: "#app [data-criterion]",
    reacted: "moved",
  },
  surveyjs: {
    heading: "#survey .sd-title, #survey .sv-title",
    start: "#survey .sd-navigation__start-btn",
    radio: "#survey input[type=radio]",
    question: "#survey .sd-item",
    reacted: "sd-item--checked",
  },
};

/** Installed before any of the page's own scripts; `globalThis.bench` holds the milliseconds since navigation began. */
export function probe(kind) {
  const marks = {};
  globalThis.bench = marks;
  const mark = (name) => {
    marks[name] ??= performance.now();
  };
  const shown = (selector) => {
    const element = document.querySelector(selector);
    return element && element.getClientRects().length > 0 && element.textContent !== undefined ? element : null;
  };
  const timed = (holder, name, before, after) => {
    const original = holder && holder[name];
    if (!original) return;
    holder[name] = function (...words) {
      mark(before);
      const outcome = original.apply(this, words);
      outcome?.then?.(() => mark(after), () => {});
      return outcome;
    };
  };
  timed(WebAssembly, "instantiateStreaming", "script_ran", "instantiated");
  timed(WebAssembly, "compileStreaming", "script_ran", "compiled");
  timed(WebAssembly, "instantiate", "script_ran", "instantiated");
  timed(navigator.serviceWorker, "register", "worker_asked", "worker_registered");

  let answered = null;
  const state = (element) => {
    if (kind.reacted === "moved") return document.querySelector(kind.question)?.dataset.criterion;
    return element.closest(kind.question)?.classList.contains(kind.reacted);
  };
  const look = () => {
    if (!marks.heading && shown(kind.heading)) mark("heading");
    const start = marks.question ? null : shown(kind.start);
    if (start) {
      mark("start");
      start.click();
    }
    const radio = answered ? null : shown(kind.radio);
    if (radio) {
      mark("question");
      const before = state(radio);
      answered = { at: performance.now(), before, radio };
      radio.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      radio.click();
    } else if (answered && state(answered.radio) !== answered.before) {
      // It reacted, so it could be answered when it was pressed.
      marks.answerable = answered.at;
      globalThis.benchAnswerable("");
      return;
    } else if (answered && performance.now() - answered.at > 3000) {
      answered = null;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
