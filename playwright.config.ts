import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

/** Debian's Chromium when it is there, else the one `npx playwright install chromium` brought. */
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
const isRoot = process.getuid?.() === 0;

/** A microphone that beeps, and no question whether it may be used. */
const fakeMicrophone = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** The stack is started by `npm test` (or by you, with `npm run local`); PARLEY_STATE names its state.json. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // On a machine that is busy with something else a first try may come too early; a person running it wants to know.
  retries: process.env.CI ? 1 : 0,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: process.env.PARLEY_E2E_REPORT ?? "test-results/report.json" }]],
  use: {
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    launchOptions: { executablePath, args: [...(isRoot ? ["--no-sandbox"] : []), ...fakeMicrophone] },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"] } }],
});
