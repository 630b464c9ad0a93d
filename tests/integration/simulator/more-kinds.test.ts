import { describe, expect, it } from "vitest";
import { useMeta } from "./support/use-meta";

const meta = useMeta();

async function whatsAppCustomer() {
  const customer = await meta.customer({ phone: "33612345678", lastWroteAgoMs: 1 });
  const act = (body: object) => meta.sim("POST", `/sim/customers/${customer.id}/messages`, body);
  return { customer, act };
}

describe("a customer's rarer kinds", () => {
  it.each([
    [{ kind: "call" }, "calls", { event: "terminate", status: "FAILED", direction: "USER_INITIATED" }],
    [{ kind: "call", value: "completed" }, "calls", { status: "COMPLETED" }],
    [{ kind: "call_permission", value: "reject" }, "messages", { type: "interactive" }],
    [{ kind: "identity_changed" }, "messages", { system: { type: "customer_identity_changed" } }],
    [
      { kind: "unsupported", reason: "view_once" },
      "messages",
      { unsupported: { type: "view_once" }, errors: [{ code: 131051 }] },
    ],
    [{ kind: "unsupported", code: 131060 }, "messages", { errors: [{ code: 131060 }] }],
    [{ kind: "text", text: "x", forwarded: "many" }, "messages", { context: { frequently_forwarded: true } }],
    [
      { kind: "sticker", sample: "wave", isAnimated: true },
      "messages",
      { sticker: { animated: true, mime_type: "image/webp" } },
    ],
    [
      { kind: "business_phone", media: "image", sample: "mug" },
      "message_echoes",
      { type: "image", image: { mime_type: "image/jpeg" } },
    ],
  ])("%j arrives as Meta tells it", async (body, list, expected) => {
    const { act } = await whatsAppCustomer();
    await act(body);
    await meta.flush();
    expect(meta.values()[0][list][0]).toMatchObject(expected);
  });

  it("send several files in one message on Instagram, and say what kind of post they pass on", async () => {
    const customer = await meta.customer({ channel: "instagram" });
    const act = (body: object) => meta.sim("POST", `/sim/customers/${customer.id}/messages`, body);
    await act({ kind: "album", samples: ["mug", "wheel"] });
    await act({ kind: "share", source: "reel", sample: "wheel" });
    await act({ kind: "unsupported", reason: "ephemeral" });
    await meta.flush();
    const sent = meta.app().received.map(({ text }) => JSON.parse(text).entry[0].messaging[0].message);
    const types = sent.map(({ attachments }) => attachments.map(({ type }: { type: string }) => type));
    expect(types).toEqual([["image", "video"], ["ig_reel"], ["ephemeral"]]);
  });

  it("are refused by name when there is no such sample", async () => {
    const { act } = await whatsAppCustomer();
    const { status, json } = await act({ kind: "image", sample: "nothing" });
    expect(status).toBe(400);
    expect(json.error).toMatch(/no sample nothing/);
  });
});

describe("a message of the past", () => {
  it("is on the phone, tells nobody, and can be tapped", async () => {
    const { customer, act } = await whatsAppCustomer();
    const past = await act({
      kind: "business_api",
      text: "When?",
      options: [{ id: "am", title: "Morning", kind: "reply" }],
    });
    await meta.flush();
    expect(meta.app().received).toEqual([]);
    const [shown] = (await meta.phoneOf(customer)).items;
    expect(shown).toMatchObject({ from: "business", text: "When?", options: [{ id: "am" }] });
    await act({ kind: "tap", messageId: past.json.providerMessageId, optionId: "am" });
    await meta.flush();
    expect(meta.values()[0].messages[0]).toMatchObject({
      interactive: { button_reply: { id: "am", title: "Morning" } },
    });
  });
});
