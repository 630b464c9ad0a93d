import { createParser } from "eventsource-parser";
import { atMost, report } from "./report";
import type { BenchStack } from "./stack";
import { median, percentile } from "./stats";
import { nextBody, signed } from "./whatsapp-body";

const MESSAGES = 200;

/** From posting a webhook to its text in a second agent's event stream. */
export async function benchLiveLatency(stack: BenchStack): Promise<void> {
  const stop = new AbortController();
  const waiting = new Map<string, () => void>();
  const stream = await fetch(`${stack.appUrl}/api/inbox/live`, {
    headers: { cookie: stack.agentCookies[1] ?? "" },
    signal: stop.signal,
  });
  if (!stream.body || stream.status !== 200) throw new Error(`the live stream answered ${stream.status}`);
  const reading = read(stream.body, (data) => {
    for (const [text, arrived] of waiting) if (data.includes(`"${text}"`)) arrived();
  });

  const took: number[] = [];
  for (let index = 0; index < MESSAGES + 20; index++) {
    const { body, text } = nextBody(stack.whatsapp, 50);
    const start = performance.now();
    const arrived = new Promise<void>((resolve) => waiting.set(text, resolve));
    const answer = await fetch(`${stack.appUrl}/api/webhooks/whatsapp`, {
      method: "POST",
      body,
      headers: signed(body, stack.appSecret),
    });
    await answer.arrayBuffer();
    await arrived;
    waiting.delete(text);
    if (index >= 20) took.push(performance.now() - start);
  }
  stop.abort();
  await reading;
  report("webhook → a second agent's stream, p50", median(took), "ms");
  report("webhook → a second agent's stream, p95", percentile(took, 95), "ms", atMost(150));
}

async function read(body: ReadableStream<Uint8Array>, onData: (data: string) => void): Promise<void> {
  const parser = createParser({ onEvent: (event) => onData(event.data) });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) parser.feed(decoder.decode(chunk, { stream: true }));
  } catch (error) {
    if ((error as Error).name !== "AbortError") throw error;
  }
}
