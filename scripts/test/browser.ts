import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runLoud } from "./run-loud";

const debian = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
const isThere = () => debian.some((path) => existsSync(path)) || existsSync(chromium.executablePath());

/** Installs a Chromium when there is none: Debian's own as root, else Playwright's download. Throws when neither works. */
export async function ensureBrowser(): Promise<void> {
  if (isThere()) return;
  console.log("Installing a browser …");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runLoud("apt-get", ["update", "-q"], env);
    await runLoud("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], env);
  }
  if (isThere()) return;
  await runLoud("npx", ["playwright", "install", "chromium"]);
  if (!isThere()) throw new Error("No browser: install Chromium, or run `npx playwright install chromium`.");
}
