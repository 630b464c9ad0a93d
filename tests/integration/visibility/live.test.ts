import { afterEach, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { createHub, type Hub } from "@/lib/server/live/hub";
import { conversations } from "@/lib/store/conversations";
import { brings, openStream } from "../live/support/open-stream";
import { sayIn, seedConversation, tell } from "../live/support/seed";
import { instagramChannelId, useWorld, whatsappChannelId } from "../support/world";

useWorld("visibility-live");

const hubs: Hub[] = [];
const newHub = () => {
  const hub = createHub();
  hubs.push(hub);
  return hub;
};
afterEach(() => {
  for (const hub of hubs.splice(0)) hub.stop();
});

const onWhatsApp = (contactId: string) => seedConversation({ contactId });
const onInstagram = (contactId: string) =>
  seedConversation({
    id: `${instagramChannelId}__${contactId}`,
    contactId,
    channelId: instagramChannelId,
    channel: "instagram",
  });

it("tells of the channels that a member sees and of no other, not even that something went", async () => {
  const [hidden, open] = [await onWhatsApp("w"), await onInstagram("i")];
  const stream = openStream(newHub(), { channelIds: [instagramChannelId] });
  await stream.ready();
  await sayIn(hidden, "secret");
  await conversations().doc(hidden.id).delete();
  await tell({ kind: "conversation", conversationId: hidden.id });
  await sayIn(open, "hello");
  await stream.until(brings("hello"));
  expect(JSON.stringify(stream.told)).not.toContain(whatsappChannelId);
});

it("follows a member's channels from the moment they change, and has the browser fetch again", async () => {
  const [wide, narrow] = [await onWhatsApp("w2"), await onInstagram("i2")];
  let who: Actor = { kind: "member", id: "ines", name: "Ines", role: "agent", channelIds: null };
  const hub = newHub();
  const mine = openStream(hub, { look: async () => who });
  const other = openStream(hub, { memberId: "omar" });
  await Promise.all([mine.ready(), other.ready()]);
  await sayIn(wide, "before");
  await mine.until(brings("before"));

  who = { ...who, channelIds: [instagramChannelId] };
  await tell({ kind: "member", subjectId: "ines" });
  await sayIn(wide, "not for ines");
  await sayIn(narrow, "for both");
  await Promise.all([mine.until(brings("for both")), other.until(brings("for both"))]);
  expect(mine.told.map(({ event }) => event.type)).toContain("reset");
  expect(other.told.map(({ event }) => event.type)).not.toContain("reset");
  expect(mine.told.some(({ event }) => brings("not for ines")(event))).toBe(false);

  who = { ...who, channelIds: null };
  await tell({ kind: "member", subjectId: "ines" });
  await sayIn(wide, "for ines again");
  await mine.until(brings("for ines again"));
});

it("has a browser that was away while its member's channels changed fetch again", async () => {
  const open = await onInstagram("i3");
  const hub = newHub();
  const first = openStream(hub, { memberId: "away" });
  await first.ready();
  await sayIn(open, "one");
  const { cursor } = await first.until(brings("one"));
  first.leave();
  await tell({ kind: "member", subjectId: "away" });
  await sayIn(open, "two");
  const witness = openStream(hub, { memberId: "other", after: cursor });
  await witness.until(brings("two"));

  const back = openStream(hub, { memberId: "away", after: cursor, channelIds: [instagramChannelId] });
  await back.until((event) => event.type === "reset");
  const onNewProcess = openStream(newHub(), { memberId: "away", after: cursor });
  await onNewProcess.until((event) => event.type === "reset");
  expect(witness.told.map(({ event }) => event.type)).not.toContain("reset");
});

it("tells nothing more to a browser that was let in just before its member's channels changed", async () => {
  const [hidden, open] = [await onWhatsApp("w4"), await onInstagram("i4")];
  const narrowed: Actor = {
    kind: "member",
    id: "late",
    name: "Late",
    role: "agent",
    channelIds: [instagramChannelId],
  };
  const stream = openStream(newHub(), { memberId: "late", look: async () => narrowed });
  await stream.ready();
  await sayIn(hidden, "too late");
  await sayIn(open, "fine");
  await stream.until(brings("fine"));
  expect(JSON.stringify(stream.told)).not.toContain(whatsappChannelId);
});

it("ends a stream whose member cannot be read after a change, so that it comes back by the front door", async () => {
  let isDown = false;
  const stream = openStream(newHub(), {
    memberId: "unclear",
    look: async () => {
      if (isDown) throw new Error("the store does not answer");
      return { kind: "member", id: "unclear", name: "U", role: "agent" };
    },
  });
  await stream.ready();
  isDown = true;
  await tell({ kind: "member", subjectId: "unclear" });
  await stream.ended;
  expect(stream.names).not.toContain("signed-out");
});
