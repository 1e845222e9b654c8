// How the browser tests run: Chromium of the system, phone and tablet, against the built site.
import { defineConfig } from "@playwright/test";

const port = Number(process.env.SIPAS_TEST_PORT ?? 8099);
const browser = process.env.SIPAS_CHROMIUM ?? "/usr/bin/chromium";
const xtask = process.env.SIPAS_XTASK ?? "cargo xtask";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  // Generous on purpose: how quick things are is measured elsewhere, and a busy machine is no failure.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  outputDir: "../../target/steps/browser-results",
  reporter: [
    ["line"],
    ["json", { outputFile: process.env.SIPAS_TEST_REPORT ?? "../../target/steps/browser-report.json" }],
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: browser,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    // Where the size of the screen changes nothing, one size is enough: storage on the tablet, the rest on the phone.
    { name: "phone", testIgnore: "ledger-*.spec.mjs", use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: "tablet", testMatch: /(keyboard|ledger-.*|pages|staff|start)\.spec\.mjs$/, use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: `${xtask} serve --no-build --port ${port}`,
    cwd: "../..",
    url: `http://127.0.0.1:${port}/`,
    timeout: 300_000,
    reuseExistingServer: false,
  },
});
