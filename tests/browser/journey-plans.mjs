// The pages from figures to a plan; for whatever looks at each of them.
import { expect } from "@playwright/test";
import { CAMPAIGN } from "./journey-files.mjs";
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
    const lines = Array.from({ length: 40 }, (_, at) => `000.17.H21-${26_000 + at};Duc Co;${at % 3 ? "Civil" : "Land"}`);
    await page.locator("[name=sample-list]").fill(lines.join("\n"));
    await page.locator("[data-action=sample-read]").click();
    await page.locator("[name=sample-seed]").fill("123456789");
    await page.locator("[name=sample-count]").fill("12");
    await page.locator("[data-action=sample-draw]").click();
    await expect(page.locator("[data-table=sample-list] tbody tr")).toHaveCount(12);
    await look("staff-sample-drawn", "staff");
  },
};
