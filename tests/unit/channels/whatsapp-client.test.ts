import { describe, expect, it } from "vitest";
import { channelClient, type OutgoingMessage } from "@/lib/channels/client";
import { buildMarkRead } from "@/lib/channels/whatsapp/build-mark-read";
import { buildMessage } from "@/lib/channels/whatsapp/build-message";
import { answering } from "./support/graph-server";

const phone = { waId: "351910000001", bsuid: "PT.7001", igsid: null };
const usernameOnly = { waId: null, bsuid: "FI.8001", igsid: null };
const message = (rest: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  to: phone,
  content: { kind: "text", text: "Sim, temos" },
  replyToProviderMessageId: null,
  callbackData: "01PARLEYMESSAGE",
  ...rest,
});
const client = (baseUrl: string) =>
  channelClient({
    type: "whatsapp",
    baseUrl,
    version: "v26.0",
    token: "t",
    phoneNumberId: "100200300400500",
    wabaId: "900800700600500",
  });

describe("the WhatsApp message body", () => {
  it("is what Meta documents for text to a phone number", () => {
    expect(buildMessage(message())).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: "351910000001",
      type: "text",
      text: { preview_url: true, body: "Sim, temos" },
      biz_opaque_callback_data: "01PARLEYMESSAGE",
    });
  });

  it("names a person without a phone in recipient, and nothing in to", () => {
    const body = buildMessage(message({ to: usernameOnly }));
    expect(body).toMatchObject({ recipient: "FI.8001" });
    expect(body).not.toHaveProperty("to");
    expect(buildMessage(message())).not.toHaveProperty("recipient");
  });

  it("quotes the message it answers", () => {
    expect(buildMessage(message({ replyToProviderMessageId: "wamid.1" }))).toMatchObject({
      context: { message_id: "wamid.1" },
    });
  });

  it("carries a template with its components, and none when it has none", () => {
    const components = [{ type: "body", parameters: [{ type: "text", text: "Ana" }] }];
    const template = { kind: "template", name: "order_ready", language: "pt_PT", components } as const;
    expect(buildMessage(message({ content: { ...template, components } }))).toMatchObject({
      type: "template",
      template: { name: "order_ready", language: { code: "pt_PT" }, components },
    });
    expect(buildMessage(message({ content: { ...template, components: [] } }))?.template).toEqual({
      name: "order_ready",
      language: { code: "pt_PT" },
    });
  });

  it("marks as read, with and without typing", () => {
    const read = { messaging_product: "whatsapp", status: "read", message_id: "wamid.1" };
    expect(buildMarkRead("wamid.1", false)).toEqual(read);
    expect(buildMarkRead("wamid.1", true)).toEqual({ ...read, typing_indicator: { type: "text" } });
  });
});

describe("the WhatsApp client", () => {
  it("gives the message id and whom Meta took it for", async () => {
    const { baseUrl, received } = await answering(200, {
      messaging_product: "whatsapp",
      contacts: [{ input: "351910000001", wa_id: "351910000001" }],
      messages: [{ id: "wamid.NEW", message_status: "accepted" }],
    });
    expect(await client(baseUrl).sendMessage(message())).toEqual({
      ok: true,
      data: { providerMessageId: "wamid.NEW", contactIds: { waId: "351910000001", bsuid: null } },
    });
    expect(received[0]?.path).toBe("/v26.0/100200300400500/messages");
  });

  it("reads the answer to a BSUID, which has no wa_id", async () => {
    const { baseUrl } = await answering(200, {
      contacts: [{ input: "FI.8001", user_id: "FI.8001" }],
      messages: [{ id: "wamid.NEW" }],
    });
    expect(await client(baseUrl).sendMessage(message({ to: usernameOnly }))).toMatchObject({
      data: { contactIds: { waId: null, bsuid: "FI.8001" } },
    });
  });

  it.each([{}, { messages: [] }, { messages: [{}] }, { messages: "accepted" }, []])(
    "takes the answer %j as unknown, for it holds no message id",
    async (answer) => {
      const { baseUrl } = await answering(200, answer);
      expect(await client(baseUrl).sendMessage(message())).toMatchObject({
        ok: false,
        failure: { outcome: "unknown", httpStatus: 200 },
      });
    },
  );

  it("sends nothing to nobody", async () => {
    const { baseUrl, received } = await answering(200, {});
    const nobody = { waId: null, bsuid: null, igsid: null };
    expect(await client(baseUrl).sendMessage(message({ to: nobody }))).toMatchObject({
      failure: { outcome: "rejected" },
    });
    expect(received).toEqual([]);
  });

  it("pages through templates", async () => {
    const template = {
      id: "1",
      name: "order_ready",
      language: "pt_PT",
      status: "APPROVED",
      category: "UTILITY",
    };
    const { baseUrl, received } = await answering(200, {
      data: [template, { broken: true }, { ...template, id: "2", quality_score: { score: "GREEN" } }],
      paging: { cursors: { before: "b", after: "a" }, next: "https://graph.example/next" },
    });
    const page = await client(baseUrl).listTemplates({ limit: 50, after: "earlier" });
    expect(page).toMatchObject({
      ok: true,
      data: {
        items: [
          { id: "1", quality: null, components: [] },
          { id: "2", quality: "GREEN" },
        ],
        nextCursor: "a",
      },
    });
    expect(received[0]).toMatchObject({
      path: "/v26.0/900800700600500/message_templates",
      query: { limit: "50", after: "earlier" },
    });
  });

  it("ends the list where there is no next page, whatever cursor stands there", async () => {
    const { baseUrl } = await answering(200, { data: [], paging: { cursors: { after: "a" } } });
    expect(await client(baseUrl).listTemplates({ limit: 50, after: null })).toMatchObject({
      data: { items: [], nextCursor: null },
    });
  });

  it("reads the number's health", async () => {
    const { baseUrl, received } = await answering(200, {
      id: "100200300400500",
      display_phone_number: "+1 555-010-0200",
      verified_name: "Olaria Azul",
      quality_rating: "GREEN",
      name_status: "APPROVED",
      status: "CONNECTED",
      whatsapp_business_manager_messaging_limit: "TIER_2K",
    });
    expect(await client(baseUrl).readHealth()).toEqual({
      ok: true,
      data: {
        name: "Olaria Azul",
        displayPhone: "+1 555-010-0200",
        username: null,
        quality: "GREEN",
        messagingLimit: "TIER_2K",
        nameStatus: "APPROVED",
        accountState: "CONNECTED",
      },
    });
    expect(received[0]?.query.fields).toContain("whatsapp_business_manager_messaging_limit");
  });

  it("reads what Meta knows of the token", async () => {
    const { baseUrl } = await answering(200, {
      data: { app_id: "77", is_valid: true, expires_at: 0, scopes: ["whatsapp_business_messaging"] },
    });
    expect(await client(baseUrl).debugToken()).toEqual({
      ok: true,
      data: { isValid: true, expiresAt: null, scopes: ["whatsapp_business_messaging"], appId: "77" },
    });
  });

  it("subscribes the app to the account", async () => {
    const { baseUrl, received } = await answering(200, { success: true });
    expect(await client(baseUrl).subscribeApp()).toEqual({ ok: true, data: null });
    expect(received[0]).toMatchObject({ method: "POST", path: "/v26.0/900800700600500/subscribed_apps" });
  });
});
