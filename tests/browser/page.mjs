// What every browser test watches: no console error or warning, no uncaught error, no request elsewhere.
import { test as base, expect } from "@playwright/test";
import { serve, sites } from "./server.mjs";

/**
 * `test` whose pages fail the test on any complaint. A test that causes some empties `complaints`, or takes
 * out those it means with `forgive`; `watch` takes in a context the test opens itself; `site` is a
 * site of the test's own, below a sub-folder.
 */
export const test = base.extend({
  origins: async ({ baseURL }, use) => use(new Set([new URL(baseURL).origin])),
  complaints: async ({}, use) => {
    const complaints = [];
    complaints.forgiven = [];
    await use(complaints);
    const left = complaints.filter((line) => !complaints.forgiven.some((pattern) => pattern.test(line)));
    expect(left).toEqual([]);
  },
  forgive: async ({ complaints }, use) => {
    // The browser may say it again after the test's last step, so what is forgiven stays forgiven.
    await use((pattern) => {
      complaints.forgiven.push(pattern);
      const kept = complaints.filter((line) => !pattern.test(line));
      complaints.splice(0, complaints.length, ...kept);
    });
  },
  watch: async ({ complaints, origins }, use) => {
    await use((context) => {
      context.on("console", (message) => {
        const text = message.text();
        if (["error", "warning"].includes(message.type())) complaints.push(`console ${message.type()}: ${text}`);
      });
      context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && !origins.has(url.origin)) {
          complaints.push(`request elsewhere: ${url.href}`);
        }
      });
      return context;
    });
  },
  watched: [
    async ({ context, watch }, use) => {
      watch(context);
      await use();
    },
    { auto: true },
  ],
  site: async ({ origins }, use) => {
    const site = await serve(sites.current, { base: "/sub/folder/" });
    origins.add(new URL(site.url).origin);
    await use(site);
    await site.remove();
  },
});
export { expect };
