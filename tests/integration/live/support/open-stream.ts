import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { LiveEvent } from "@/lib/domain/live-event";
import type { Actor } from "@/lib/domain/member";
import type { Hub } from "@/lib/server/live/hub";
import { liveResponse } from "@/lib/server/live/live-response";

type Told = { cursor: string; event: LiveEvent };

/** Reads a hub's stream as a browser does. `until` waits for an event; it fails when the stream ends first. */
export function openStream(
  hub: Hub,
  options: {
    after?: string;
    memberId?: string;
    sessionId?: string;
    look?: () => Promise<Actor | null>;
    channelIds?: string[];
  } = {},
) {
  const { after, memberId = "ines", sessionId = "session", channelIds = null } = options;
  const gone = new AbortController();
  const headers: HeadersInit = after ? { "last-event-id": after } : {};
  const request = new Request("http://127.0.0.1/api/inbox/live", { headers, signal: gone.signal });
  const actor = { kind: "member", id: memberId, name: memberId, role: "agent", channelIds } as const;
  const { look = async () => actor } = options;
  const response = liveResponse({ request, hub, actor, sessionId, look });
  const told: Told[] = [];
  const names: string[] = [];
  const watchers = new Set<() => void>();
  let hasEnded = false;

  const ended = read(response, (message) => {
    names.push(message.event ?? "message");
    if (message.event === "change") {
      told.push({ cursor: message.id ?? "", event: JSON.parse(message.data) as LiveEvent });
    }
    for (const watcher of watchers) watcher();
  }).then(() => {
    hasEnded = true;
    for (const watcher of watchers) watcher();
  });

  function when<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined && !hasEnded) return;
        watchers.delete(look);
        if (found === undefined) reject(new Error("the stream ended first"));
        else resolve(found);
      };
      watchers.add(look);
      look();
    });
  }

  return {
    response,
    told,
    names,
    ended,
    /** The stream has told what was missed and says so. */
    ready: () => when(() => (names.includes("ping") ? true : undefined)),
    until: (isIt: (event: LiveEvent) => boolean) => when(() => told.find(({ event }) => isIt(event))),
    leave: () => gone.abort(),
  };
}

/** Whether an event brings a message with this text. */
export const brings = (text: string) => (event: LiveEvent) =>
  event.type === "conversation" && event.messages.some((message) => message.text === text);

async function read(response: Response, onEvent: (message: EventSourceMessage) => void): Promise<void> {
  if (!response.body) return;
  const parser = createParser({ onEvent });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    parser.feed(decoder.decode(step.value, { stream: true }));
  }
}
