import { newCustomer } from "./support/customer";
import type { Desk } from "./support/desk";
import { expect, test } from "./support/fixtures";
import { line, startTraffic } from "./support/traffic";

const CUT_MS = 60_000;
/** The server speaks every 15 s at least, so the screen was right this long ago at most. */
const QUIET_MS = 20_000;
const REPLY = "Written in the tunnel";

test("a minute without a network, under traffic, leaves no gap and no double", async ({ signIn }) => {
  test.setTimeout(180_000);
  const reader = await newCustomer("whatsapp");
  const other = await newCustomer("instagram");
  const says = (number: number) => line(reader, number);
  const desk = await signIn();
  const { page, messages } = desk;
  const traffic = startTraffic([reader, other]);

  await desk.openInbox();
  await desk.open(reader);
  await expect(messages.getByText(says(4))).toBeVisible();
  const loadedAt = await page.evaluate(() => performance.timeOrigin);

  await page.context().setOffline(true);
  const cutAt = Date.now();
  const roundsAtCut = traffic.rounds();
  const bar = page.getByText(/^Offline since \d\d:\d\d\. Writing still works/);
  await expect(bar).toBeVisible({ timeout: 30_000 });
  const barText = (await bar.textContent()) ?? "";
  expect([clock(cutAt), clock(cutAt - QUIET_MS)]).toContain(barText.slice(14, 19));
  await desk.reply(REPLY);
  await expect(messages.getByText(REPLY)).toHaveCount(1);

  await expect.poll(() => Date.now() - cutAt, { timeout: CUT_MS + 5_000 }).toBeGreaterThanOrEqual(CUT_MS);
  await expect(bar).toHaveText(barText);
  const missed = traffic.rounds();
  expect(missed - roundsAtCut).toBeGreaterThan(20);
  expect((await linesOf(desk)).join("\n")).not.toContain(says(missed));
  await expect(desk.row(other)).not.toContainText(line(other, missed));
  expect(await reader.texts(REPLY)).toHaveLength(0);

  await page.context().setOffline(false);
  await expect(bar).toBeHidden({ timeout: 30_000 });
  const roundsBack = traffic.rounds();
  await expect.poll(() => traffic.rounds()).toBeGreaterThanOrEqual(roundsBack + 3);
  const last = await traffic.stop();

  await expect(messages.getByText(says(last))).toBeVisible();
  await expect(desk.row(other)).toContainText(line(other, last));
  await expect(desk.row(other)).toContainText(`${last} unread messages`);
  await expect(desk.row(reader)).not.toContainText("unread");
  await expect.poll(() => reader.texts(REPLY)).toHaveLength(1);

  const read = await linesOf(desk);
  const theirs = read
    .filter((text) => !text.includes(REPLY))
    .map((text) => Number(/ line (\d{3})/.exec(text)?.[1]));
  expect(theirs).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  expect(read.filter((text) => text.includes(REPLY))).toHaveLength(1);
  expect(await reader.texts(REPLY)).toHaveLength(1);
  await expect(page.getByText("Live again")).toBeHidden();
  await expect(bar).toBeHidden();
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
});

/** Every message of the thread as its text, read from the top to the bottom: only those in sight are drawn. */
async function linesOf(desk: Desk): Promise<string[]> {
  const texts = new Map<string, string>();
  await desk.messages.evaluate((log) => log.scrollTo({ top: 0 }));
  for (let isAtEnd = false; !isAtEnd; ) {
    await desk.messages.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const drawn = await desk.messages.locator("[data-message-id]").evaluateAll((rows) =>
      rows
        .map((row) => ({
          id: row.getAttribute("data-message-id") ?? "",
          text: row.textContent ?? "",
          top: row.getBoundingClientRect().top,
        }))
        .sort((a, b) => a.top - b.top),
    );
    expect(new Set(drawn.map((row) => row.id)).size).toBe(drawn.length);
    for (const { id, text } of drawn) texts.set(id, text);
    isAtEnd = await desk.messages.evaluate((log) => {
      const before = log.scrollTop;
      log.scrollBy({ top: log.clientHeight / 2 });
      return log.scrollTop === before;
    });
  }
  return [...texts.values()];
}

const clock = (at: number) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Lisbon" }).format(
    at,
  );
