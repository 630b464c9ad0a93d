import { describe, expect, it } from "vitest";
import { contacts } from "@/lib/store/contacts";
import { messagesOf } from "@/lib/store/messages";
import {
  instagramBody,
  whatsappBody,
  whatsappChange,
  whatsappMessage,
  whatsappStatus,
  whatsappText,
} from "../support/bodies";
import { deliver } from "../support/deliver";
import { ids, useWorld, whatsappChannelId } from "../support/world";

useWorld("items");

const person = { waId: "4915100000010", name: "Ada" };
const threadId = `${whatsappChannelId}__wa_${person.waId}`;

describe("an item", () => {
  it("that is bad harms none of its neighbours", async () => {
    const change = whatsappChange({
      contacts: [{ profile: { name: "Ada" }, wa_id: person.waId }],
      messages: [
        { from: person.waId, id: "wamid.N1", timestamp: "1790000001", type: "text", text: { body: "one" } },
        null,
        7,
        { from: person.waId, id: "wamid.N2", timestamp: "odd", type: "text", text: { body: "two\ud83d" } },
        { from: person.waId, id: "wamid.N3", timestamp: "1790000003", type: "text" },
        { from: person.waId, id: "wamid.N4", timestamp: "1790000004", type: "hologram", hologram: [[[1]]] },
      ],
      statuses: ["x", { id: "wamid.OUT", status: "sent", timestamp: "1790000005" }],
    });
    const event = await deliver("whatsapp", whatsappBody(change));
    const outcomes = event.items.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([
      "applied",
      "applied",
      "applied",
      "applied",
      "failed",
      "failed",
      "failed",
      "waiting",
    ]);
    expect(event.state).toBe("failed");
    expect(event.dueAt).toBeNull();
    const stored = await messagesOf(threadId).get();
    expect(stored.size).toBe(4);
  });

  it.each([
    ["an unknown number", ids.wabaId, "999", "channel_not_connected"],
    ["another account's number", "1", ids.phoneNumberId, "waba_mismatch"],
  ])("for %s is kept as ignored", async (_name, wabaId, phoneNumberId, reason) => {
    const body = whatsappBody(whatsappText(`wamid.${reason}`, 1_790_000_000, "hi", person));
    const text = JSON.stringify(body)
      .replace(`"id":"${ids.wabaId}"`, `"id":"${wabaId}"`)
      .replace(`"phone_number_id":"${ids.phoneNumberId}"`, `"phone_number_id":"${phoneNumberId}"`);
    const event = await deliver("whatsapp", text);
    expect(event.state).toBe("ignored");
    expect(event.items).toEqual([{ index: 0, kind: "message.text", outcome: "ignored", error: reason }]);
  });

  it("for an unknown Instagram account is kept as ignored", async () => {
    const message = {
      sender: { id: "1" },
      recipient: { id: "2" },
      timestamp: 1,
      message: { mid: "m", text: "x" },
    };
    const body = { ...instagramBody(message), entry: [{ id: "2", time: 1, messaging: [message] }] };
    const event = await deliver("instagram", body);
    expect(event.items.map(({ error }) => error)).toEqual(["channel_not_connected"]);
  });

  it("with characters and shapes that no store takes is a message all the same", async () => {
    const odd = { waId: "4915100000011", name: "Bo\ud83d" };
    const change = whatsappMessage(odd, {
      id: "wamid.ODD\ud83d",
      timestamp: "1790000050",
      type: "text",
      text: { body: "x".repeat(300_000) },
      referral: { source_url: "https://x", "": [[1], [[2]]], __odd__: { deep: [[{ a: [[3]] }]] } },
    });
    const event = await deliver("whatsapp", whatsappBody(change));
    expect(event.items).toMatchObject([{ outcome: "applied" }]);
    expect((await contacts().doc(`wa_${odd.waId}`).get()).data()?.name).toBe("Bo\ufffd");
  });

  it("of a body with nothing in it is no error", async () => {
    const event = await deliver("whatsapp", { object: "whatsapp_business_account", entry: [] });
    expect(event.state).toBe("ignored");
  });

  it("never tells what a customer wrote", async () => {
    const event = await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.S", 1_790_000_100, "s3cret", person)),
    );
    expect(JSON.stringify(event)).not.toContain("s3cret");
  });

  it("about a message that is not there waits for it", async () => {
    const event = await deliver(
      "whatsapp",
      whatsappBody(whatsappStatus("wamid.LATER", "read", 1_790_000_200)),
    );
    expect(event.items).toEqual([{ index: 0, kind: "status.read", outcome: "waiting", error: null }]);
    expect(event.state).toBe("processed");
  });
});
