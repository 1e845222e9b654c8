// What every browser test watches: no console error or warning, no uncaught error, no request elsewhere.
import { test as base, expect } from "@playwright/test";

/** `test` whose pages fail the test on any complaint; `complaints` may be emptied by a test that causes them. */
export const test = base.extend({
  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints = [];
      const origin = new URL(baseURL).origin;
      const watch = (page) => {
        page.on("console", (message) => {
          if (["error", "warning"].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
        });
        page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
      };
      context.on("page", watch);
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== origin) {
          complaints.push(`request elsewhere: ${url.href}`);
        }
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
