import { afterEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { liveCursor } from "@/lib/server/live/cursor";
import { createHub, type Hub } from "@/lib/server/live/hub";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { useWorld } from "../support/world";
import { brings, openStream } from "./support/open-stream";
import { forgetFeed, sayIn, seedConversation, tell } from "./support/seed";

useWorld("live-hub");

const hubs: Hub[] = [];
const newHub = (startedAt?: number): Hub => {
  const hub = createHub(startedAt);
  hubs.push(hub);
  return hub;
};
afterEach(() => {
  for (const hub of hubs.splice(0)) hub.stop();
});

describe("the live hub", () => {
  it("tells a change to an open stream with the whole message and its version", async () => {
    const conversation = await seedConversation({ contactId: "amara" });
    const stream = openStream(newHub());
    await stream.ready();
    const message = await sayIn(conversation, "is it in stock");
    const { event } = await stream.until(brings("is it in stock"));
    expect(event).toMatchObject({ conversation: { id: conversation.id }, messages: [{ id: message.id }] });
    const stored = await messagesOf(conversation.id).doc(message.id).get();
    const version = event.type === "conversation" ? event.messages[0]?.version : 0;
    expect(version).toBe(
      Math.floor((stored.updateTime?.toMillis() ?? 0) * 1_000) + micros(stored.updateTime),
    );
  });

  it("serves twenty streams from one listener, each with everything", async () => {
    const conversation = await seedConversation({ contactId: "twenty" });
    const hub = newHub();
    const streams = Array.from({ length: 20 }, (_, index) => openStream(hub, { memberId: `m${index}` }));
    await Promise.all(streams.map((stream) => stream.ready()));
    expect(hub.size()).toBe(20);
    for (const text of ["one", "two", "three"]) await sayIn(conversation, text);
    await Promise.all(
      streams.flatMap((stream) => ["one", "two", "three"].map((text) => stream.until(brings(text)))),
    );
    for (const stream of streams) stream.leave();
    expect(hub.size()).toBe(0);
  });

  it("says that a merged conversation is another one now", async () => {
    const conversation = await seedConversation({ contactId: "merged" });
    const stream = openStream(newHub());
    await stream.ready();
    await conversations().doc(conversation.id).update({ mergedInto: "other" });
    await tell({ kind: "conversation", conversationId: conversation.id });
    const { event } = await stream.until((each) => each.type === "conversation-removed");
    expect(event).toEqual({
      type: "conversation-removed",
      conversationId: conversation.id,
      mergedInto: "other",
    });
  });

  it("goes on after a document of another form", async () => {
    const broken = await seedConversation({ contactId: "broken" });
    const fine = await seedConversation({ contactId: "fine" });
    const stream = openStream(newHub());
    await stream.ready();
    await conversations().doc(broken.id).update({ lastActivityAt: "not a number" });
    await tell({ kind: "conversation", conversationId: broken.id });
    await sayIn(fine, "still here");
    await stream.until(brings("still here"));
  });

  it("ends the stream of a session that is over, and no other", async () => {
    const hub = newHub();
    let who: Actor | null = { kind: "member", id: "ines", name: "Ines", role: "agent" };
    const mine = openStream(hub, { sessionId: "gone", look: async () => who });
    const other = openStream(hub, { sessionId: "stays" });
    await Promise.all([mine.ready(), other.ready()]);
    who = null;
    await tell({ kind: "session", subjectId: "gone" });
    await mine.ended;
    expect(mine.names).toContain("signed-out");
    expect(hub.size()).toBe(1);
  });

  it("ends every stream of a deactivated member", async () => {
    const hub = newHub();
    let who: Actor | null = { kind: "member", id: "leaver", name: "L", role: "agent" };
    const streams = ["s1", "s2"].map((sessionId) =>
      openStream(hub, { memberId: "leaver", sessionId, look: async () => who }),
    );
    await Promise.all(streams.map((stream) => stream.ready()));
    who = null;
    await tell({ kind: "member", subjectId: "leaver" });
    await Promise.all(streams.map((stream) => stream.ended));
    expect(hub.size()).toBe(0);
  });

  it("ends all streams when the process stops, and takes no new one", async () => {
    const hub = newHub();
    const stream = openStream(hub);
    await stream.ready();
    hub.stop();
    await stream.ended;
    expect(openStream(hub).response.status).toBe(503);
  });

  it("keeps proxies and compression from holding events back", () => {
    const { headers } = openStream(newHub()).response;
    expect(headers.get("content-type")).toContain("text/event-stream");
    expect(headers.get("cache-control")).toBe("no-store, no-transform");
    expect(headers.get("x-accel-buffering")).toBe("no");
  });
});

describe("a stream that comes back", () => {
  it("gets from the ring what it missed", async () => {
    const conversation = await seedConversation({ contactId: "ring" });
    const hub = newHub();
    const first = openStream(hub);
    const witness = openStream(hub);
    await Promise.all([first.ready(), witness.ready()]);
    await sayIn(conversation, "before");
    const { cursor } = await first.until(brings("before"));
    first.leave();
    await sayIn(conversation, "meanwhile");
    await witness.until(brings("meanwhile"));
    await forgetFeed();
    await openStream(hub, { after: cursor }).until(brings("meanwhile"));
  });

  it("gets from the feed what it missed while no process ran", async () => {
    const conversation = await seedConversation({ contactId: "restart" });
    const cursor = liveCursor(Date.now() - 30_000);
    const texts = Array.from({ length: 40 }, (_, index) => `missed ${index}`);
    for (const text of texts) await sayIn(conversation, text);
    const stream = openStream(newHub(Date.now() + 60_000), { after: cursor });
    await stream.ready();
    const got = stream.told.flatMap(({ event }) => (event.type === "conversation" ? event.messages : []));
    const ours = got.filter((message) => message.conversationId === conversation.id);
    expect(ours.map((message) => message.text).sort()).toEqual(texts.toSorted());
  });

  it("is told to fetch again when its cursor is too old", async () => {
    const stream = openStream(newHub(), { after: liveCursor(Date.now() - 51 * 60_000) });
    await stream.ready();
    expect(stream.told.map(({ event }) => event.type)).toEqual(["reset"]);
  });

  it("misses nothing that happens while it catches up", async () => {
    const conversation = await seedConversation({ contactId: "racing" });
    const hub = newHub();
    await openStream(hub).ready();
    const cursor = liveCursor(Date.now() - 20_000);
    const texts = Array.from({ length: 30 }, (_, index) => `racing ${index}`);
    const streams = [];
    for (const text of texts) {
      await sayIn(conversation, text);
      if (text.endsWith("5")) streams.push(openStream(hub, { after: cursor }));
    }
    await Promise.all(streams.flatMap((stream) => texts.map((text) => stream.until(brings(text)))));
    expect(streams).toHaveLength(3);
  });
});

function micros(time: { toMillis(): number; nanoseconds: number } | undefined): number {
  return time ? Math.floor((time.nanoseconds % 1_000_000) / 1_000) : 0;
}
