import { DELETE as dropFile } from "@/app/api/inbox/uploads/[id]/route";
import { POST as putFile } from "@/app/api/inbox/uploads/route";
import { POST as exportLog } from "@/app/api/settings/audit/export/route";
import { POST as sendByKey } from "@/app/api/v1/conversations/[id]/messages/route";
import { POST as startByKey } from "@/app/api/v1/messages/route";
import { POST as putByKey } from "@/app/api/v1/uploads/route";
import { POST as replayByKey } from "@/app/api/v1/webhook-events/[id]/replay/route";
import { webhookEvents } from "@/lib/store/webhook-events";
import { apiKey } from "../../api/call";
import { customer } from "../../outbound/stand-in";
import { whatsappChannelId } from "../../support/world";
import { template } from "./conversation-rows";
import type { Rows } from "./row";

const base = "http://localhost:3000";
const none = { params: Promise.resolve({}) };
const ours = { "sec-fetch-site": "same-origin", "content-type": "text/plain" };
const key = { kind: "api", id: "env" };
const byKey = (body: unknown, more: Record<string, string> = {}) =>
  new Request(`${base}/api/v1/x`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${apiKey}`,
      "x-forwarded-for": "203.0.113.1",
      "user-agent": "Test/1.0",
      ...more,
    },
    body: JSON.stringify(body),
  });
const upload = async () => {
  const { conversationId } = await customer("whatsapp");
  const query = `conversationId=${encodeURIComponent(conversationId)}&filename=a.txt`;
  return new Request(`${base}/api/inbox/uploads?${query}`, { method: "POST", headers: ours, body: "Hello" });
};

/** What is written by other doors than actions. */
export const routeRows: Rows = {
  "POST app/api/inbox/uploads/route.ts": async () => {
    const request = await upload();
    return { call: () => putFile(request, none), left: [["upload.added"]] };
  },
  "DELETE app/api/inbox/uploads/[id]/route.ts": async () => {
    const { id } = (await (await putFile(await upload(), none)).json()) as { id: string };
    const request = () => new Request(`${base}/api/inbox/uploads/${id}`, { method: "DELETE", headers: ours });
    return {
      call: () => dropFile(request(), { params: Promise.resolve({ id }) }),
      left: [["upload.removed", id]],
      isSameAgain: true,
    };
  },
  "POST app/api/settings/audit/export/route.ts": async () => ({
    call: async () => {
      const request = new Request(`${base}/api/settings/audit/export?format=csv`, {
        method: "POST",
        headers: ours,
      });
      return (await exportLog(request, none)).text();
    },
    left: [["audit_log.exported", "export"]],
  }),
  "POST app/api/v1/conversations/[id]/messages/route.ts": async () => {
    const { conversationId } = await customer("whatsapp");
    const params = { params: Promise.resolve({ id: conversationId }) };
    const once = { "idempotency-key": "audit-send-1" };
    return {
      call: () => sendByKey(byKey({ kind: "text", text: "Hello" }, once), params),
      left: [["message.sent"]],
      by: key,
      isSameAgain: true,
    };
  },
  "POST app/api/v1/messages/route.ts": async () => {
    const { name, language, components } = template;
    const body = {
      channelId: whatsappChannelId,
      to: { phone: "+15550107799" },
      template: { name, language, components },
    };
    const once = { "idempotency-key": "audit-send-2" };
    return {
      call: () => startByKey(byKey(body, once), none),
      left: [["message.sent"]],
      by: key,
      isSameAgain: true,
    };
  },
  "POST app/api/v1/uploads/route.ts": async () => {
    const { conversationId } = await customer("whatsapp");
    const query = `conversationId=${encodeURIComponent(conversationId)}&filename=a.txt`;
    const { headers } = byKey({});
    headers.set("content-type", "text/plain");
    const request = new Request(`${base}/api/v1/uploads?${query}`, {
      method: "POST",
      headers,
      body: "Hello",
    });
    return { call: () => putByKey(request, none), left: [["upload.added"]], by: key };
  },
  "POST app/api/v1/webhook-events/[id]/replay/route.ts": async () => {
    await customer("whatsapp");
    const [event] = (await webhookEvents().limit(1).get()).docs;
    const id = event?.id ?? "";
    return {
      call: () => replayByKey(byKey({}), { params: Promise.resolve({ id }) }),
      left: [["webhook_event.replayed", id]],
      by: key,
    };
  },
  "POST app/api/settings/setup/route.ts": { because: "looks, and keeps what it found" },
  "POST app/api/webhooks/whatsapp/route.ts": { because: "Meta tells what happened; nobody here does it" },
  "POST app/api/webhooks/instagram/route.ts": { because: "Meta tells what happened; nobody here does it" },
  "POST app/api/jobs/[name]/route.ts": { because: "a clock's work; what it decides it tells as Parley" },
};
