// Our questionnaire as a SurveyJS model in Vietnamese: a start page, then one question per page.

const say = (wording) => wording.vi;
const choicesOf = (choices) => choices.map((choice) => ({ value: choice.code, text: say(choice.label) }));

/** Puts the first choice of each term where a wording names it, as our app does by default. */
const filled = (questionnaire) => (text) =>
  text.replace(/\{([a-z_]+)\}/g, (whole, id) => {
    const term = questionnaire.terms?.find((one) => one.id === id);
    return term ? say(term.choices[0].label) : whole;
  });

/** The model SurveyJS reads. */
export function modelOf(questionnaire) {
  const fill = filled(questionnaire);
  const scales = new Map(questionnaire.scales.map((scale) => [scale.id, scale]));
  const rated = (criterion) => {
    const scale = scales.get(criterion.scale);
    const choices = choicesOf(scale.levels);
    if (scale.not_applicable) choices.push({ value: "na", text: say(scale.not_applicable) });
    return {
      type: "radiogroup",
      name: criterion.id,
      title: fill(say(criterion.text)),
      description: criterion.explanation && fill(say(criterion.explanation)),
      choices,
    };
  };
  const page = (factor) => {
    const elements = factor.criteria.map(rated);
    if (factor.gate) {
      const { id, text, choices } = factor.gate;
      for (const element of elements) element.visibleIf = `{${id}} = '${choices[0].code}'`;
      elements.unshift({ type: "radiogroup", name: id, title: say(text), choices: choicesOf(choices) });
    }
    return { name: factor.id, title: say(factor.title), elements };
  };
  const closing = [];
  if (questionnaire.general) closing.push(rated({ id: "overall", ...questionnaire.general }));
  if (questionnaire.comment) {
    const { text, privacy_hint, max_chars } = questionnaire.comment;
    closing.push({ type: "comment", name: "comment", title: say(text), description: say(privacy_hint), maxLength: max_chars });
  }
  for (const one of questionnaire.respondent ?? []) {
    closing.push({ type: "radiogroup", name: one.id, title: say(one.text), choices: choicesOf(one.choices) });
  }
  const introduction = `<p>${say(questionnaire.introduction)}</p>`;
  return {
    locale: "vi",
    title: say(questionnaire.title),
    firstPageIsStartPage: true,
    questionsOnPageMode: "questionPerPage",
    showProgressBar: true,
    pages: [
      { name: "start", elements: [{ type: "html", name: "introduction", html: introduction }] },
      ...questionnaire.factors.map(page),
      { name: "closing", elements: closing },
    ],
  };
}
