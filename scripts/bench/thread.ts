import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { startBrowser } from "./browser";
import { writeLongThread } from "./long-thread";
import { atMost, report } from "./report";
import type { BenchStack } from "./stack";
import { median } from "./stats";

const MESSAGES = 5_000;
const OPENS = 5;
const SCROLL_STEPS = 150;
const STEP_PX = 600;

/** What a browser does with a thread of 5,000 messages: how soon they show, and how smoothly it scrolls. */
export async function benchThread(stack: BenchStack): Promise<void> {
  const threads = [
    { name: "a thread of 5,000 messages", n: 9_000_001, hasPictures: false },
    { name: "a thread of 5,000, mostly pictures", n: 9_000_002, hasPictures: true },
  ];
  const browser = await startBrowser();
  try {
    for (const { name, n, hasPictures } of threads) {
      const id = await writeLongThread({ n, messages: MESSAGES, hasPictures });
      const url = `${stack.appUrl}/inbox/${encodeURIComponent(id)}`;
      await openPage(browser, stack, url).then(close);
      const opens: number[] = [];
      for (let round = 0; round < OPENS; round++) {
        const page = await openPage(browser, stack, url);
        opens.push(await page.evaluate(() => (window as unknown as Watched).firstMessageAt));
        await close(page);
      }
      report(`opening ${name}: page asked for → messages there`, median(opens), "ms", atMost(1000));
      const page = await openPage(browser, stack, url);
      const { longest, loaded } = await scrollUp(page);
      report(`scrolling up ${name}: longest task`, longest, "ms", atMost(100));
      report(`scrolling up ${name}: messages passed`, loaded, "");
      await close(page);
    }
  } finally {
    await browser.close();
  }
}

/** What watch-page.js notes. */
type Watched = { firstMessageAt: number; longTasks: number[] };

/** A page in a context of its own, as an agent, once its thread shows. */
async function openPage(browser: Browser, stack: BenchStack, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = "", value = ""] = (stack.agentCookies[0] ?? "").split("=");
  await context.addCookies([{ name, value, url: stack.appUrl }]);
  const page = await context.newPage();
  await page.addInitScript({ path: join(import.meta.dirname, "watch-page.js") });
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as Watched).firstMessageAt > 0);
  return page;
}

const close = (page: Page) => page.context().close();

/** Turns the wheel towards the beginning, older pages loading on the way. Tasks below 50 ms count as none. */
async function scrollUp(page: Page): Promise<{ longest: number; loaded: number }> {
  await page.waitForLoadState("networkidle");
  const log = page.getByRole("log");
  await log.hover();
  await makeSureItSees(page);
  const seen = new Set<string>();
  for (let step = 0; step < SCROLL_STEPS; step++) {
    await page.mouse.wheel(0, -STEP_PX);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    for (const id of await log.locator("[data-message-id]").evaluateAll(idsOf)) seen.add(id);
  }
  const tasks = await page.evaluate(() => (window as unknown as Watched).longTasks);
  return { longest: Math.max(0, ...tasks), loaded: seen.size };
}

function idsOf(nodes: Element[]): string[] {
  return nodes.map((node) => node.getAttribute("data-message-id") ?? "");
}

/** A task of 150 ms must be noted, or "no long task" would mean nothing. Forgets what was noted so far. */
async function makeSureItSees(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 150;
      while (performance.now() < end);
    });
  });
  await page.waitForFunction(() => (window as unknown as Watched).longTasks.some((ms) => ms >= 140));
  await page.evaluate(() => {
    (window as unknown as Watched).longTasks = [];
  });
}
