import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";

/** The browser that the end-to-end tests use: Debian's when it is there, else Playwright's own. */
export function startBrowser(): Promise<Browser> {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}
