// The pages from figures to a plan; for whatever looks at each of them.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { ballots, bring, rate } from "./evaluation.mjs";
import { CAMPAIGN } from "./journey-files.mjs";
import { deputies, weighed } from "./quarters.mjs";
import { Staff } from "./staff.mjs";
import { collected } from "./year.mjs";

export const PLANS = {
  /** What to improve first, a plan made of it, and its texts. */
  async plan({ page, look }) {
    const staff = new Staff(page);
    await collected(page);
    await staff.open("plan?period=2026-Q3");
    await expect(page.locator("[data-priority]").first()).toBeAttached();
    await page.locator(".plan-page .explain summary").click();
    await look("staff-plan", "staff");
    await page.locator("[data-action=draft-plan]").click();
    await expect(page.locator("[data-item='0']")).toBeVisible();
    await page.locator(".office summary").click();
    await page.locator("[data-item='0'] [name=due]").fill("mai");
    await page.locator("[data-item='0'] [name=due]").blur();
    await look("staff-plan-edit", "staff");
    await page.goto("./#/staff/plan/edit?id=0000000000000000");
    await expect(page.locator("[data-screen=no-plan]")).toBeVisible();
    await look("staff-plan-none", "staff");
  },

  /** The survey of state management: its campaign, its questions about something bad, its priorities. */
  async management({ page, look }) {
    const staff = new Staff(page);
    await staff.open("campaign");
    await page.locator("#staff [value=management]").check();
    await expect(page.locator("[data-screen=no-fields]")).not.toBeEmpty();
    await page.locator("#staff details:has([name=factor-target]) summary").click();
    await page.locator("#staff [name=factor-target]").first().fill("x");
    await look("staff-campaign-management", "staff");
    await bring(page, staff, deputies());
    await staff.view("view=criteria&questionnaire=management");
    await look("staff-results-management", "staff");
    await staff.open("plan?questionnaire=management");
    await weighed(page);
    await look("staff-plan-management", "staff");
  },

  /** The reform index's scorecard: none, unreadable lines, mistakes, and one that adds up. */
  async scores({ page, look }) {
    await new Staff(page).open("plan/scores");
    await look("staff-scores", "staff");
    const check = async (table) => {
      await page.locator("[name=scores-table]").fill(table);
      await page.locator("[data-action=scores-check]").click();
    };
    await check("A;1;2;3\nB;1;2,345;3;4");
    await expect(page.locator("[data-scores=unread]")).toBeVisible();
    await look("staff-scores-unread", "staff");
    await check("A;11,5;15;18;15;6,5\nB;7.82;10;8,32;10;0,6\nC;50;60;50;60;0");
    await expect(page.locator("[data-scores=flaws]")).toBeVisible();
    await look("staff-scores-flaws", "staff");
    await check("A;70;90;71;90;1\nB;9,12;10;9,2;10;0,08");
    await page.locator("[data-table=scores] input").last().check();
    await page.locator("[data-action=scores-no-survey]").click();
    await expect(page.locator("[data-table=scores] tfoot tr")).toHaveCount(2);
    await look("staff-scores-without-survey", "staff");
  },

  /** The sample: no dossiers, a table with mistakes, quotas, a list with something to tell, and what was drawn. */
  async sample({ page, look }) {
    const staff = new Staff(page);
    await staff.setCampaign(CAMPAIGN);
    await staff.open("plan/sample");
    await look("staff-sample", "staff");
    const table = async (text) => {
      await page.locator("[name=sample-table]").fill(text);
      await page.locator("[data-action=sample-keep]").click();
    };
    await table("Duc Co commune;Land;many\nIa Dok;1");
    await expect(page.locator("[data-sample=bad-lines]")).toBeVisible();
    await look("staff-sample-bad-table", "staff");
    await table("Duc Co commune;Civil status;700\nDuc Co commune;Land;299\nDuc Co commune;;1000\nIa Dok commune;;0\n900");
    await expect(page.locator("[data-sample=kept]")).toBeVisible();
    await look("staff-sample-kept", "staff");
    await page.locator("[name=sample-list]").fill("A-1\nA-1\n\n1;2;3;4");
    await page.locator("[data-action=sample-read]").click();
    await expect(page.locator("[data-sample=unclear]")).toBeVisible();
    await look("staff-sample-unclear", "staff");
    const lines = Array.from({ length: 40 }, (_, at) => `000.17.H21-${26_000 + at};Krel;${at % 3 ? "Civil" : "Land"}`);
    await page.locator("[name=sample-list]").fill(lines.join("\n"));
    await page.locator("[data-action=sample-read]").click();
    await page.locator("[name=sample-seed]").fill("123456789");
    await page.locator("[name=sample-count]").fill("12");
    await page.locator("[data-action=sample-draw]").click();
    await expect(page.locator("[data-table=sample-list] tbody tr")).toHaveCount(12);
    await look("staff-sample-drawn", "staff");
  },

  /** The period's package, and packages as one: none, good ones, one that was worked on, one that is none. */
  async packages({ page, look }) {
    const staff = new Staff(page);
    await collected(page);
    const made = [];
    for (const unit of ["gia-lai/xa-001", "gia-lai/xa-002"]) {
      await staff.open(`plan/package?period=2026-Q3&unit=${unit}`);
      await expect(page.locator("[data-section=package-inside]")).toBeVisible();
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-export=package]").click()]);
      await expect(page.locator("[data-screen=package-said] .done")).toBeVisible();
      made.push({ name: download.suggestedFilename(), mimeType: "application/zip", buffer: await readFile(await download.path()) });
    }
    await look("staff-package", "staff");
    await staff.open("plan/packages");
    await look("staff-packages-none", "staff");
    const worked = { ...made[0], name: "sua-lai.zip", buffer: Buffer.from(made[0].buffer) };
    worked.buffer[worked.buffer.indexOf("phieu/sipas-desk.csv") + 400] ^= 1;
    const none = { name: "anh.zip", mimeType: "application/zip", buffer: Buffer.from("PK") };
    await page.locator("[data-import=packages]").setInputFiles([worked, made[1], none]);
    await expect(page.locator("[data-section=packages-doubts]")).toBeVisible();
    await look("staff-packages", "staff");
  },

  /** A quarter's evaluation: nothing yet, a missing source, a value taken back, and two quarters with both columns. */
  async evaluation({ page, look }) {
    await page.clock.setFixedTime("2026-11-21T09:30:00+07:00");
    const staff = new Staff(page);
    const quarter = (name) => staff.open(`plan/evaluation?period=2026-${name}&unit=gia-lai/duc-co`);
    await quarter("Q4");
    await expect(page.locator("[data-screen=evaluation]")).toBeVisible();
    await look("staff-evaluation-empty", "staff");
    const full = ["2", "2", "2", "2"];
    await bring(page, staff, ballots("q3.csv", { from: 0, month: "08", levels: [full] }));
    await bring(page, staff, ballots("q4.csv", { from: 9, month: "11", levels: [full, full, ["1", "2", "1", "2"]] }));
    await quarter("Q3");
    for (const at of [2, 5, 6, 8, 9]) await rate(page, `desk_${at}`, "1", "BC 07/2026");
    await quarter("Q4");
    for (const at of [2, 5, 6, 8]) await rate(page, `desk_${at}`, "2", "BC 12/2026");
    await rate(page, "desk_9", "1");
    await look("staff-evaluation-no-source", "staff");
    await rate(page, "desk_9", "1", "BC 13/2026");
    for (const at of [2, 5, 6, 7, 8, 9]) await rate(page, `desk_${at}`, "1", "KT 03/2026", "verified");
    await rate(page, "desk_9", "", undefined, "verified");
    await page.locator("[data-action=evaluation-undo]").click();
    await rate(page, "desk_5", "2", undefined, "verified");
    await expect(page.locator("[data-table=evaluation-history] tbody tr")).toHaveCount(2);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await rate(other, "desk_2", "0");
    await expect(page.locator("[data-elsewhere=desk_2]")).toBeVisible();
    await other.close();
    await look("staff-evaluation", "staff");
    await page.evaluate(() => localStorage.setItem("sipas/office/evaluation/2026-Q4/x", "{"));
    await page.goto("./#/staff/plan/evaluation?period=2026");
    await page.reload();
    await expect(page.locator("[data-export=evaluations-unreadable]")).toBeVisible();
    await look("staff-evaluation-unreadable", "staff");
  },
};
