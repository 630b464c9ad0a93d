import fc from "fast-check";
import { expect, it } from "vitest";
import {
  fromCustomer,
  instagramBody,
  instagramEcho,
  whatsappBody,
  whatsappChange,
  whatsappEcho,
  whatsappMessage,
  whatsappReaction,
  whatsappStatus,
  whatsappText,
} from "../support/bodies";
import { post, settled } from "../support/deliver";
import { dumpStore } from "../support/dump-store";
import { signedRequest } from "../support/signed-request";
import { nextWorld, useWorld } from "../support/world";

useWorld("order");

type Json = Record<string, unknown>;
type Stream = { channel: "whatsapp" | "instagram"; items: Json[]; body: (...items: Json[]) => Json };

const start = 1_790_000_000;
const ada = { waId: "4915100000100", bsuid: "DE.100200300400", name: "Ada" };
const adaByPhone = { waId: ada.waId, name: "Ada L." };
const adaByUser = { bsuid: ada.bsuid, name: "Ada Lovelace" };
const bob = { waId: "4915100000200", name: "Bob" };

const whatsapp: Stream = {
  channel: "whatsapp",
  body: whatsappBody,
  items: [
    whatsappText("wamid.1", start + 1, "first", adaByPhone),
    whatsappText("wamid.2", start + 2, "second", adaByUser),
    whatsappText("wamid.3", start + 3, "third", ada),
    whatsappEcho("wamid.4", start + 4, "from the phone", ada.waId),
    whatsappText("wamid.5", start + 5, "fifth", adaByUser),
    whatsappMessage(adaByPhone, {
      id: "wamid.6",
      timestamp: String(start + 6),
      type: "text",
      text: { body: "a reply" },
      context: { id: "wamid.4" },
    }),
    whatsappText("wamid.7", start + 7, "other thread", bob),
    whatsappReaction("wamid.r1", start + 8, "wamid.4", "👍", adaByPhone),
    whatsappReaction("wamid.r2", start + 9, "wamid.4", "", adaByPhone),
    whatsappReaction("wamid.r3", start + 10, "wamid.3", "❤️", ada),
    whatsappReaction("wamid.r4", start + 11, "wamid.3", "🎉", ada),
    edit("wamid.e1", start + 12, "wamid.2", "second, better"),
    edit("wamid.e2", start + 13, "wamid.2", "second, best"),
    whatsappMessage(ada, {
      id: "wamid.v1",
      timestamp: String(start + 14),
      type: "revoke",
      revoke: { original_message_id: "wamid.5" },
    }),
    whatsappStatus("wamid.4", "sent", start + 5),
    whatsappStatus("wamid.4", "delivered", start + 6),
    whatsappStatus("wamid.4", "read", start + 7),
    whatsappStatus("wamid.9", "failed", start + 10, { errors: [{ code: 131049, title: "x" }] }),
    whatsappEcho("wamid.9", start + 9, "never arrives", bob.waId),
    whatsappStatus("wamid.elsewhere", "delivered", start + 3),
    changedNumber("wamid.s1", start + 15, ada.waId, "4915100000999"),
    whatsappText("wamid.10", start + 16, "from the new number", { waId: "4915100000999", name: "Ada" }),
    preference(start + 17, "stop"),
    preference(start + 18, "resume"),
  ],
};

const mia = "6001";
const instagram: Stream = {
  channel: "instagram",
  body: instagramBody,
  items: [
    fromCustomer(mia, 1_790_000_001_000, { message: { mid: "m1", text: "hi" } }),
    instagramEcho(mia, 1_790_000_002_000, "m2", "hello"),
    instagramEcho(mia, 1_790_000_003_000, "m3", "how can we help"),
    fromCustomer(mia, 1_790_000_004_000, {
      message: { mid: "m4", text: "a dress", reply_to: { mid: "m3" } },
    }),
    instagramEcho(mia, 1_790_000_005_000, "m5", "which size"),
    fromCustomer(mia, 1_790_000_006_000, { read: { mid: "m3" } }),
    fromCustomer(mia, 1_790_000_007_000, { read: { mid: "m5" } }),
    fromCustomer(mia, 1_790_000_008_000, {
      reaction: { mid: "m2", action: "react", reaction: "love", emoji: "❤" },
    }),
    fromCustomer(mia, 1_790_000_009_000, { reaction: { mid: "m2", action: "unreact" } }),
    fromCustomer(mia, 1_790_000_010_000, { message_edit: { mid: "m4", text: "a red dress", num_edit: "1" } }),
    fromCustomer(mia, 1_790_000_011_000, {
      message_edit: { mid: "m4", text: "a blue dress", num_edit: "2" },
    }),
    fromCustomer(mia, 1_790_000_012_000, { message: { mid: "m1", is_deleted: true } }),
    fromCustomer(mia, 1_790_000_013_000, {
      referral: { ref: "flyer", source: "SHORTLINK", type: "OPEN_THREAD" },
    }),
  ],
};

/** How a stream may come: in any order, items more than once, cut into bodies anywhere, posted at once or in turn. */
const arrival = (stream: Stream) =>
  fc.record({
    order: fc.shuffledSubarray(stream.items, { minLength: stream.items.length }),
    again: fc.array(fc.constantFrom(...stream.items), { maxLength: 8 }),
    cuts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
    isAtOnce: fc.boolean(),
  });

it.each([whatsapp, instagram])(
  "a shuffled, split, repeated $channel stream ends in the same store",
  async (stream) => {
    const expected = await storeAfter(stream, [stream.body(...stream.items)], false);
    await fc.assert(
      fc.asyncProperty(arrival(stream), async ({ order, again, cuts, isAtOnce }) => {
        const bodies = cut([...order, ...again], cuts).map((part) => stream.body(...part));
        expect(await storeAfter(stream, bodies, isAtOnce)).toEqual(expected);
      }),
      { seed: 20_261_120, numRuns: 25, endOnFailure: false },
    );
  },
);

async function storeAfter(stream: Stream, bodies: Json[], isAtOnce: boolean): Promise<unknown> {
  await nextWorld("order");
  const send = async (body: Json) => {
    const response = await post(stream.channel, signedRequest(stream.channel, body));
    expect(response.status).toBe(200);
  };
  if (isAtOnce) await Promise.all(bodies.map(send));
  else for (const body of bodies) await send(body).then(settled);
  await settled();
  return dumpStore();
}

function cut(items: Json[], sizes: number[]): Json[][] {
  const parts: Json[][] = [];
  let at = 0;
  while (at < items.length) {
    const size = sizes[parts.length % sizes.length] ?? 1;
    parts.push(items.slice(at, at + size));
    at += size;
  }
  return parts;
}

function edit(id: string, at: number, target: string, text: string): Json {
  return whatsappMessage(ada, {
    id,
    timestamp: String(at),
    type: "edit",
    edit: { original_message_id: target, message: { type: "text", text: { body: text } } },
  });
}

function changedNumber(id: string, at: number, from: string, to: string): Json {
  return whatsappChange({
    messages: [
      {
        from,
        id,
        timestamp: String(at),
        type: "system",
        system: { type: "user_changed_number", body: "changed number", wa_id: to },
      },
    ],
  });
}

function preference(at: number, value: string): Json {
  return whatsappChange(
    {
      user_preferences: [
        { wa_id: ada.waId, category: "marketing_messages", value, detail: "x", timestamp: at },
      ],
    },
    "user_preferences",
  );
}
