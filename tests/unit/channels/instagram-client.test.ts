import { describe, expect, it } from "vitest";
import { channelClient, type OutgoingMessage } from "@/lib/channels/client";
import { buildMessage } from "@/lib/channels/instagram/build-message";
import { nodeOf } from "@/lib/channels/instagram/node";
import { answering } from "./support/graph-server";

const message = (rest: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  to: { waId: null, bsuid: null, igsid: "56001002003004001" },
  content: { kind: "text", text: "Oui" },
  replyToProviderMessageId: null,
  callbackData: "01PARLEYMESSAGE",
  ...rest,
});
const credentials = (baseUrl: string) => ({
  type: "instagram" as const,
  baseUrl,
  version: "v26.0",
  token: "t",
  accountId: "17840000000000001",
  pageId: "300400500600",
});
const client = (baseUrl: string) => channelClient(credentials(baseUrl));

describe("the Instagram message body", () => {
  it("is what Meta documents, and carries no callback data", () => {
    expect(buildMessage(message())).toEqual({
      recipient: { id: "56001002003004001" },
      message: { text: "Oui" },
    });
  });

  it("names the message it answers beside the message", () => {
    expect(buildMessage(message({ replyToProviderMessageId: "mid.1" }))).toEqual({
      recipient: { id: "56001002003004001" },
      message: { text: "Oui" },
      reply_to: { mid: "mid.1" },
    });
  });

  it("is none for a template or for nobody", () => {
    const template = { kind: "template", name: "n", language: "fr", components: [] } as const;
    expect(buildMessage(message({ content: { ...template, components: [] } }))).toBeNull();
    expect(buildMessage(message({ to: { waId: null, bsuid: null, igsid: null } }))).toBeNull();
  });
});

describe("the Instagram client", () => {
  it("sends as the Page with Facebook Login and as the account with Instagram Login", () => {
    expect(nodeOf(credentials("https://graph.facebook.com"))).toBe("300400500600");
    expect(nodeOf(credentials("https://graph.instagram.com"))).toBe("17840000000000001");
    expect(nodeOf({ ...credentials("https://graph.facebook.com"), pageId: undefined })).toBe(
      "17840000000000001",
    );
  });

  it("gives the message id", async () => {
    const { baseUrl, received } = await answering(200, {
      recipient_id: "56001002003004001",
      message_id: "mid.NEW",
    });
    expect(await client(baseUrl).sendMessage(message())).toEqual({
      ok: true,
      data: { providerMessageId: "mid.NEW", contactIds: { waId: null, bsuid: null } },
    });
    expect(received[0]?.path).toBe("/v26.0/300400500600/messages");
  });

  it("takes an answer without a message id as unknown", async () => {
    const { baseUrl } = await answering(200, { recipient_id: "56001002003004001" });
    expect(await client(baseUrl).sendMessage(message())).toMatchObject({ failure: { outcome: "unknown" } });
  });

  it("marks as seen and shows typing by a sender action alone", async () => {
    const { baseUrl, received } = await answering(200, { recipient_id: "56001002003004001" });
    await client(baseUrl).markRead("mid.1", { isTyping: false, recipientId: "56001002003004001" });
    await client(baseUrl).markRead("mid.1", { isTyping: true, recipientId: "56001002003004001" });
    expect(received.map((request) => request.body)).toEqual([
      { recipient: { id: "56001002003004001" }, sender_action: "mark_seen" },
      { recipient: { id: "56001002003004001" }, sender_action: "typing_on" },
    ]);
  });

  it("reads a profile, and one whose owner gave no name", async () => {
    const full = await answering(200, {
      name: "Chloé",
      username: "@chloe.vert",
      profile_pic: "https://p.example/1",
    });
    expect(await client(full.baseUrl).fetchProfile("56001002003004001")).toEqual({
      state: "ready",
      name: "Chloé",
      username: "chloe.vert",
      avatarUrl: "https://p.example/1",
    });
    const bare = await answering(200, { id: "56001002003004001", name: null, username: "chloe.vert" });
    expect(await client(bare.baseUrl).fetchProfile("56001002003004001")).toMatchObject({
      state: "ready",
      name: null,
      avatarUrl: null,
    });
  });

  it.each([
    [{ code: 230, message: "User consent is required" }, "denied"],
    [{ code: 9010, message: "No matching Instagram user" }, "unknown"],
    [{ code: 100, error_subcode: 2018001, message: "No matching user found" }, "unknown"],
    [{ code: 4, message: "Application request limit reached" }, "failed"],
    [{ code: 190, message: "Invalid token" }, "failed"],
  ])("takes the profile error %j as %s", async (error, state) => {
    const { baseUrl } = await answering(400, { error });
    expect((await client(baseUrl).fetchProfile("56001002003004001")).state).toBe(state);
  });

  it("has no templates", async () => {
    expect(await client("http://127.0.0.1:1").listTemplates({ limit: 10, after: null })).toEqual({
      ok: true,
      data: { items: [], nextCursor: null },
    });
  });

  it("subscribes the Page to messages", async () => {
    const { baseUrl, received } = await answering(200, { success: true });
    await client(baseUrl).subscribeApp();
    expect(received[0]).toMatchObject({
      method: "POST",
      path: "/v26.0/300400500600/subscribed_apps",
      query: { subscribed_fields: "messages" },
    });
  });
});
