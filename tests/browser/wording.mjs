// The shipped questionnaires as people read them: wordings, labels and the order of the questions.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../public");
const read = (name) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));

/** The campaign that is there where none was set. */
export const builtInCampaign = read("campaign.json");

/** A questionnaire of the site. */
export class Questionnaire {
  constructor(id, language = "vi") {
    Object.assign(this, read(`questionnaires/${id}.json`));
    this.language = language;
  }

  /** A wording as it is read, its terms filled with their first choice. */
  say(wording) {
    return wording[this.language].replace(/\{(\w)(\w*)\}/g, (_, first, rest) => {
      const term = this.terms.find((one) => one.id === first.toLowerCase() + rest);
      const word = term.choices[0].label[this.language];
      return first === first.toLowerCase() ? word : word[0].toUpperCase() + word.slice(1);
    });
  }

  /** Every criterion in the order of asking; the general question is the last. */
  get criteria() {
    const ofFactors = (this.factors ?? []).flatMap((factor) => factor.criteria);
    return this.general ? [...ofFactors, this.general] : ofFactors;
  }

  /** The label of an answer to a criterion: a level's code or `na`. */
  label(criterion, code) {
    const scale = this.scales.find((one) => one.id === criterion.scale);
    if (code === "na") return this.say(scale.not_applicable);
    return this.say(scale.levels.find((level) => level.code === code).label);
  }

  /** The questions that `sheet` leads through: {kind, id, title, …}. */
  *questions(sheet) {
    const { places = [], gates = {} } = sheet;
    yield* places;
    for (const factor of this.factors ?? []) {
      if (factor.gate) {
        const { id, text, choices } = factor.gate;
        yield { kind: "gate", id, title: this.say(text), choices };
        const { any_of: open } = factor.only_if ?? { any_of: ["yes"] };
        if (!open.includes(gates[id])) continue;
      }
      for (const criterion of factor.criteria) yield this.#criterion(criterion);
    }
    if (this.general) yield this.#criterion(this.general);
    if (this.reasons && this.reasons.only_if.any_of.includes(sheet.answers[this.reasons.only_if.question])) {
      yield { kind: "reasons", id: "reasons", title: this.say(this.reasons.text), choices: this.reasons.choices };
    }
    if (this.comment) yield { kind: "comment", id: "comment", title: this.say(this.comment.text) };
    if (this.respondent) yield { kind: "respondent", id: "respondent", title: null, questions: this.respondent };
  }

  #criterion(criterion) {
    return { kind: "criterion", id: criterion.id, title: this.say(criterion.text), criterion };
  }
}
