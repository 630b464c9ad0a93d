import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startSimulator } from "@/simulator/start";
import { useMeta } from "./support/use-meta";

const meta = useMeta();

describe("a WhatsApp customer", () => {
  const whatsApp = [
    "text",
    "image",
    "video",
    "audio",
    "voice",
    "document",
    "sticker",
    "location",
    "contacts",
    "order",
    "form",
    "unsupported",
  ];

  it.each(whatsApp)("sends %s in Meta's shape", async (kind) => {
    const customer = await meta.customer({ phone: "33612345678" });
    const { json } = await meta.sim("POST", `/sim/customers/${customer.id}/messages`, { kind, text: "x" });
    await meta.flush();
    const [message] = meta.values()[0].messages;
    expect(message).toMatchObject({
      id: json.providerMessageId,
      from: "33612345678",
      from_user_id: customer.bsuid,
    });
    expect(message[message.type]).toBeTruthy();
  });

  it("taps a button, reacts, edits and deletes", async () => {
    const customer = await meta.customer({ phone: "33612345678", lastWroteAgoMs: 1 });
    const act = (body: object) => meta.sim("POST", `/sim/customers/${customer.id}/messages`, body);
    const sent = await meta.send({
      to: "33612345678",
      type: "interactive",
      interactive: {
        type: "button",
        body: { text: "Keep it?" },
        action: { buttons: [{ type: "reply", reply: { id: "yes", title: "Yes" } }] },
      },
    });
    const messageId = sent.json.messages[0].id;
    const own = (await act({ kind: "text", text: "helo" })).json.providerMessageId;
    await act({ kind: "tap", messageId, optionId: "yes" });
    await act({ kind: "reaction", messageId, emoji: "👍" });
    await act({ kind: "reaction", messageId, emoji: null });
    await act({ kind: "edit", messageId: own, text: "hello" });
    await act({ kind: "revoke", messageId: own });
    await meta.flush();
    const messages = meta.values().flatMap((value) => value.messages ?? []);
    expect(messages.slice(1)).toMatchObject([
      {
        type: "interactive",
        context: { id: messageId },
        interactive: { button_reply: { id: "yes", title: "Yes" } },
      },
      { type: "reaction", reaction: { message_id: messageId, emoji: "👍" } },
      { type: "reaction", reaction: { message_id: messageId } },
      {
        type: "edit",
        edit: { original_message_id: own, message: { type: "text", text: { body: "hello" } } },
      },
      { type: "revoke", revoke: { original_message_id: own } },
    ]);
    expect(messages[3].reaction).not.toHaveProperty("emoji");
  });

  it("changes number with a system message that names the old BSUID", async () => {
    const customer = await meta.customer({ phone: "33612345678" });
    const { json } = await meta.sim("PATCH", `/sim/customers/${customer.id}`, { phone: "33700000000" });
    await meta.flush();
    expect(meta.values()[0].messages[0].system).toMatchObject({
      type: "user_changed_number",
      wa_id: "33700000000",
      user_id: json.bsuid,
      previous_user_id: customer.bsuid,
    });
  });
});

describe("the simulator", () => {
  it("keeps customers, chats and waiting webhooks over a restart", async () => {
    const dir = mkdtempSync(join(tmpdir(), "simulator-"));
    const away = { appUrl: "http://127.0.0.1:9", dir };
    const first = await startSimulator({ ...away, hasSampleCustomers: true });
    const amara = first.state().customers[0];
    await fetch(`${first.url}/sim/customers/${amara?.id}/messages`, {
      method: "POST",
      body: JSON.stringify({ kind: "text", text: "still here" }),
    });
    await first.stop();
    const second = await startSimulator({ ...away, appUrl: meta.app().url });
    expect(second.state().messages).toMatchObject([{ text: "still here" }]);
    await fetch(`${second.url}/sim/flush`, { method: "POST", body: JSON.stringify({ isHurried: true }) });
    expect(meta.app().received).toHaveLength(1);
    await second.stop();
    rmSync(dir, { recursive: true });
  });
});
