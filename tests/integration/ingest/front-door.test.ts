import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { GET as getInstagram } from "@/app/api/webhooks/instagram/route";
import { GET as getWhatsApp } from "@/app/api/webhooks/whatsapp/route";
import { webhookEventId } from "@/lib/domain/provider-keys";
import { forgetEnv } from "@/lib/env";
import { readEventBody, webhookEvents } from "@/lib/store/webhook-events";
import { instagramBody, whatsappBody, whatsappText } from "../support/bodies";
import { deliver, post, settled } from "../support/deliver";
import { signatureOf, signedRequest, verifyToken } from "../support/signed-request";
import { useWorld } from "../support/world";

useWorld("front-door");

const body = whatsappBody(whatsappText("wamid.DOOR", 1_790_000_000, "Grüße 👋", { waId: "4915100000001" }));

describe("the handshake", () => {
  const ask = (query: string) => new Request(`http://127.0.0.1/api/webhooks/whatsapp?${query}`);
  const right = `hub.mode=subscribe&hub.verify_token=${verifyToken}&hub.challenge=1158201444`;

  it.each([getWhatsApp, getInstagram])("answers the challenge as text", async (GET) => {
    const response = await GET(ask(right));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await response.text()).toBe("1158201444");
  });

  it.each([
    ["another token", right.replace(verifyToken, "wrong")],
    ["another mode", right.replace("subscribe", "unsubscribe")],
    ["no token", "hub.mode=subscribe&hub.challenge=1"],
    ["nothing", ""],
  ])("refuses %s with 403", async (_name, query) => {
    expect((await getWhatsApp(ask(query))).status).toBe(403);
  });
});

describe("a POST", () => {
  const url = "http://127.0.0.1/api/webhooks/whatsapp";
  const raw = (content: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    post("whatsapp", new Request(url, { method: "POST", body: content, headers }));

  it("without a signature is answered 401", async () => {
    expect((await raw(JSON.stringify(body))).status).toBe(401);
  });

  it.each([
    ["another secret's", signatureOf(Buffer.from(JSON.stringify(body)), "another")],
    ["an empty", ""],
    ["a bare hex", signatureOf(Buffer.from(JSON.stringify(body))).slice("sha256=".length)],
    ["a short", "sha256=abcd"],
  ])("with %s signature is answered 403", async (_name, signature) => {
    expect((await raw(JSON.stringify(body), { "x-hub-signature-256": signature })).status).toBe(403);
  });

  it("signed with an older secret that is still configured is taken", async () => {
    expect((await post("whatsapp", signedRequest("whatsapp", body, "an-older-secret"))).status).toBe(200);
    await settled();
  });

  it.each(["not json", "", "{"])("that is not JSON (%j) is answered 400", async (text) => {
    expect((await post("whatsapp", signedRequest("whatsapp", text))).status).toBe(400);
  });

  it.each([[instagramBody()], [{ object: "page" }], [[]], ["null"], ["7"]])(
    "for another object is answered 400",
    async (other) => {
      expect((await post("whatsapp", signedRequest("whatsapp", other))).status).toBe(400);
    },
  );

  it("over 3 MB is answered 413, whether its length is told or not", async () => {
    const huge = Buffer.alloc(3 * 1024 * 1024 + 1, " ");
    expect((await raw(huge, { "content-length": String(huge.length) })).status).toBe(413);
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
    });
    const endless = new Request(url, { method: "POST", body: stream, duplex: "half" } as RequestInit);
    expect((await post("whatsapp", endless)).status).toBe(413);
  });

  it("is answered 503 while no secret is configured", async () => {
    const secret = process.env.META_APP_SECRET;
    delete process.env.META_APP_SECRET;
    forgetEnv();
    expect((await post("whatsapp", signedRequest("whatsapp", body))).status).toBe(503);
    process.env.META_APP_SECRET = secret;
    forgetEnv();
  });

  it("is stored byte for byte before it is answered", async () => {
    const text = `{"object":"whatsapp_business_account","entry":[],"note":"Gr\\u00fc\\u00dfe \\ud83d\\udc4b \\/ @"}\n`;
    await deliver("whatsapp", text);
    const id = webhookEventId("whatsapp", Buffer.from(text));
    expect((await readEventBody(id))?.toString("utf8")).toBe(text);
    expect(JSON.stringify((await webhookEvents().doc(id).get()).data())).not.toContain("an-older-secret");
  });

  it("of almost 3 MB that hardly compresses is stored and processed", async () => {
    const noise = Array.from({ length: 600 }, (_, n) =>
      gzipSync(Buffer.from(`${n}`.repeat(2000))).toString("hex"),
    );
    const changes = Array.from({ length: 60 }, (_, n) =>
      whatsappText(`wamid.BIG${n}`, 1_790_000_000 + n, randomText(n, 40_000) + noise[n], {
        waId: "4915100000002",
      }),
    );
    const text = JSON.stringify(whatsappBody(...changes));
    expect(text.length).toBeGreaterThan(2.2 * 1024 * 1024);
    const event = await deliver("whatsapp", text);
    expect(event.state).toBe("processed");
    expect(event.items.filter(({ outcome }) => outcome === "applied")).toHaveLength(60);
    expect((await readEventBody(event.id))?.toString("utf8")).toBe(text);
  });
});

/** Text that gzip cannot shorten by much, the same each time. */
function randomText(seed: number, length: number): string {
  let state = seed + 1;
  let text = "";
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += state.toString(36);
  }
  return text.slice(0, length);
}
