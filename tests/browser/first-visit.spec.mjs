// What a citizen's phone downloads: the survey and nothing of the staff's.
import { expect, test } from "./page.mjs";
import { Citizen, places } from "./citizen.mjs";
import { Questionnaire, builtInCampaign } from "./wording.mjs";

const desk = new Questionnaire("sipas-desk");

test("a citizen's visit asks for each file once and for none of the staff's", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const citizen = new Citizen(page);
  await citizen.startSurvey();
  await citizen.fillIn(desk, {
    places: places(builtInCampaign),
    answers: Object.fromEntries(desk.criteria.map(({ id }) => [id, "5"])),
    gates: { gave_feedback: "no" },
  });
  // When the browser fetches the page's icon is its own affair.
  const names = asked.map((path) => path.split("/").at(-1)).filter((name) => name !== "icon.svg");
  expect(names.filter((name) => /staff|split|check|chunk/.test(name))).toEqual([]);
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  expect(names).toEqual(expect.arrayContaining(["app.js", "app.wasm", "campaign.json", "sipas-desk.json"]));
  expect(names.length).toBeLessThanOrEqual(8);
});

test("nothing typed or chosen is ever sent", async ({ page }) => {
  const sent = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postData()) sent.push(request.url());
  });
  const citizen = new Citizen(page);
  await citizen.arrive("/survey?unit=gia-lai/duc-co&field=thue");
  await citizen.begin();
  await citizen.answer("Hài lòng");
  await citizen.press("stop");
  await citizen.press("submit");
  await citizen.seesThanks();
  expect(sent).toEqual([]);
});

test("scripts and styles of others are refused by the page's own policy", async ({ page, complaints }) => {
  const citizen = new Citizen(page);
  await citizen.arrive();
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.intruder = true";
    document.head.append(script);
    return globalThis.intruder === true;
  });
  expect(ran).toBe(false);
  await expect.poll(() => complaints.some((line) => line.includes("Content Security Policy"))).toBe(true);
  complaints.length = 0;
});
