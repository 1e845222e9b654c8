// The pages from figures to a plan; for whatever looks at each of them.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
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
};
