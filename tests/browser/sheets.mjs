// A round of varied answer sheets, the same at every run, and the row of the ballot file each must become.

const COMMENTS = [
  "Cán bộ nói: \"Chờ chút nhé\", rồi giải quyết xong trong 5 phút.",
  "Dòng thứ nhất,\ndòng thứ hai; \"dòng ba\"\n\nhết.",
  "=1+1",
  "=HYPERLINK(\"http://example.invalid\",\"bấm\")",
  "+84 là đầu số, đừng gọi",
  "-5 điểm",
  "@mọi người",
  "'dấu nháy đơn ở đầu",
  "'=không phải công thức",
  "Rất tốt! Phường Nguyễn Hữu Thọ – quận 7 – “ổn” ✓ 👍🏽",
  "Thu\u031B\u0300a, chữ dựng sẵn và chữ tổ hợp phải giữ nguyên: Thừa",
  ",,,\",\"\"",
  "<b>không phải thẻ</b> &amp; {official}",
  "1.000 đồng;2.000 đồng",
  "\tthụt vào đầu dòng",
];

/** The same pseudo-random whole numbers below `below` at every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** `count` sheets for `sipas-desk` around `places`; every third is stopped early, feedback is given by one in three. */
export function varied(questionnaire, places, count) {
  const pick = numbers(2640);
  const one = (list) => list[pick(list.length)];
  const criteria = questionnaire.criteria.map((criterion) => criterion.id);
  return Array.from({ length: count }, (_, at) => {
    const sheet = { places, answers: {}, changes: {}, respondent: {}, by: at % 10 === 9 ? "touch" : "keys" };
    for (const place of places) sheet[place.id] = pick(8) === 0 ? null : one(Object.keys(place.labels));
    // Each desk has its own mood, so that the criteria differ.
    for (const id of criteria) {
      const mood = at % 4;
      const code = String(Math.min(5, 1 + mood + pick(3)));
      const special = pick(14);
      if (special === 0 && id !== "overall") sheet.answers[id] = "na";
      else sheet.answers[id] = special === 1 ? null : code;
      if (pick(12) === 0 && sheet.answers[id]) sheet.changes[id] = code === "1" ? "5" : "1";
    }
    sheet.gates = { gave_feedback: ["yes", "no", null][at % 3] };
    if (at % 3 === 1 && at < 28) sheet.stopBefore = one(["access_3", "dossier_4", "officials_2", "gave_feedback", "overall", "comment", "respondent"]);
    // A sheet is stopped only after an answer: before that there is nothing to send.
    sheet.answers.access_1 ??= "4";
    sheet.comment = at % 2 === 0 ? COMMENTS[(at / 2) % COMMENTS.length] : "";
    for (const { id, choices } of questionnaire.respondent) if (pick(3)) sheet.respondent[id] = one(choices).code;
    return sheet;
  });
}

/** The cells that a sheet decides, by column. */
export function rowOf(questionnaire, sheet) {
  const row = { questionnaire: questionnaire.id, version: String(questionnaire.version), channel: "phone", comment: "" };
  row.status = sheet.stopBefore ? "stopped" : "complete";
  for (const place of ["unit", "field"]) row[place] = "";
  for (const criterion of questionnaire.criteria) row[criterion.id] = "";
  for (const { id } of questionnaire.respondent ?? []) row[id] = "";
  for (const { kind, id, questions } of questionnaire.questions(sheet)) {
    if (id === sheet.stopBefore) break;
    if (kind === "gate" && sheet.gates[id] === "no") {
      const factor = questionnaire.factors.find((one) => one.gate?.id === id);
      for (const criterion of factor.criteria) row[criterion.id] = "na";
    }
    if (kind === "place") row[id] = sheet[id] ?? "";
    if (kind === "criterion") row[id] = sheet.answers[id] ?? "";
    if (kind === "comment") row.comment = guarded(sheet.comment.trim());
    if (kind === "respondent") for (const asked of questions) row[asked.id] = sheet.respondent[asked.id] ?? "";
  }
  return row;
}

/** A cell a spreadsheet would run is written behind one apostrophe more. */
const guarded = (text) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
