import { describe, expect, it } from "vitest";
import { accountId, instagramToken, pageId, useMeta, whatsAppToken } from "./support/use-meta";

const meta = useMeta();
const hourMs = 3600_000;
const lea = (extra: object = {}) =>
  meta.customer({ channel: "instagram", name: "Léa", lastWroteAgoMs: hourMs, ...extra });

describe("an Instagram send", () => {
  it("counts bytes, not characters", async () => {
    const { igsid } = await lea();
    const send = (text: string) => meta.sendInstagram({ recipient: { id: igsid }, message: { text } });
    expect((await send("é".repeat(500))).status).toBe(200);
    expect((await send("é".repeat(501))).error?.code).toBe(100);
  });

  it("goes by account id, page id and me, with its own token only", async () => {
    const body = { recipient: { id: (await lea()).igsid }, message: { text: "x" } };
    for (const node of [accountId, pageId, "me"]) {
      expect((await meta.graph("POST", `${node}/messages`, body, instagramToken)).status).toBe(200);
    }
    const other = await meta.graph("POST", `${accountId}/messages`, body, whatsAppToken);
    expect(other.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it.each([
    ["within 24 hours", 23 * hourMs, {}, null],
    ["after 24 hours", 25 * hourMs, {}, 2534022],
    [
      "after 24 hours by a human agent",
      25 * hourMs,
      { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" },
      null,
    ],
    [
      "after 7 days by a human agent",
      169 * hourMs,
      { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" },
      2534022,
    ],
  ])("%s", async (_title, lastWroteAgoMs, extra, subcode) => {
    const { igsid } = await lea({ lastWroteAgoMs });
    const answer = await meta.sendInstagram({ recipient: { id: igsid }, message: { text: "x" }, ...extra });
    expect(answer.error?.error_subcode ?? null).toBe(subcode);
  });

  it.each<[string, (igsid: string) => object, number, number | undefined]>([
    ["to nobody", () => ({ recipient: { id: "1" }, message: { text: "x" } }), 100, 2018001],
    ["without a message", (id) => ({ recipient: { id } }), 100, undefined],
    [
      "with an unknown tag",
      (id) => ({ recipient: { id }, message: { text: "x" }, messaging_type: "MESSAGE_TAG", tag: "X" }),
      100,
      undefined,
    ],
    [
      "with a tag alone",
      (id) => ({ recipient: { id }, message: { text: "x" }, tag: "HUMAN_AGENT" }),
      100,
      undefined,
    ],
    [
      "with text and attachment",
      (id) => ({ recipient: { id }, message: { text: "x", attachment: { type: "like_heart" } } }),
      100,
      undefined,
    ],
    [
      "with a message beside a sender action",
      (id) => ({ recipient: { id }, sender_action: "typing_on", message: { text: "x" } }),
      100,
      undefined,
    ],
  ])("is refused %s", async (_title, body, code, subcode) => {
    const answer = await meta.sendInstagram(body((await lea()).igsid ?? ""));
    expect([answer.status, answer.error?.code, answer.error?.error_subcode]).toEqual([400, code, subcode]);
  });

  it("takes sender actions without a message", async () => {
    const customer = await lea();
    for (const sender_action of ["typing_on", "typing_off", "mark_seen"]) {
      const answer = await meta.sendInstagram({ recipient: { id: customer.igsid }, sender_action });
      expect(answer.json).toEqual({ recipient_id: customer.igsid });
    }
  });
});

describe("an Instagram profile", () => {
  it("gives the fields asked for", async () => {
    const { igsid } = await lea({ username: "lea.martin" });
    const answer = await meta.graph("GET", `${igsid}?fields=name,username`, undefined, instagramToken);
    expect(answer.json).toEqual({ id: igsid, name: "Léa", username: "lea.martin" });
  });

  it.each([
    ["needs_consent", 230],
    ["unknown", 9010],
  ])("of a customer set to %s answers %i", async (profile, code) => {
    const { igsid } = await lea({ profile });
    expect((await meta.graph("GET", `${igsid}`, undefined, instagramToken)).error?.code).toBe(code);
  });
});
