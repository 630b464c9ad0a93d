import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Answers, phoneNumberId, useMeta, wabaId, whatsAppToken } from "./support/use-meta";

const meta = useMeta();
const bearer = { authorization: `Bearer ${whatsAppToken}` };

async function upload(type: string, bytes: string) {
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", type);
  form.set("file", new File([bytes], "a.png", { type }));
  const url = new URL(`/v26.0/${phoneNumberId}/media`, meta.url());
  const response = await fetch(url, { method: "POST", body: form, headers: bearer });
  return { status: response.status, json: (await response.json()) as Answers };
}

describe("media", () => {
  it("is uploaded, found by id and downloaded with the bearer for five minutes", async () => {
    const { json } = await upload("image/png", "not really a picture");
    const found = await meta.graph("GET", json.id);
    expect(found.json).toMatchObject({
      mime_type: "image/png",
      file_size: 20,
      sha256: createHash("sha256").update("not really a picture").digest("hex"),
    });
    const withToken = await fetch(found.json.url, { headers: bearer });
    expect(await withToken.text()).toBe("not really a picture");
    expect((await fetch(found.json.url)).status).toBe(401);
    await meta.sim("POST", "/sim/clock", { advanceMs: 5 * 60_000 });
    expect((await fetch(found.json.url, { headers: bearer })).status).toBe(404);
    const again = await meta.graph("GET", json.id);
    expect((await fetch(again.json.url, { headers: bearer })).status).toBe(200);
  });

  it("fails to download once when so asked", async () => {
    const { json } = await upload("image/png", "x");
    const found = await meta.graph("GET", json.id);
    await meta.sim("POST", "/sim/faults", { kind: "server_error", endpoint: "download" });
    expect((await fetch(found.json.url, { headers: bearer })).status).toBe(500);
    expect((await fetch(found.json.url, { headers: bearer })).status).toBe(200);
  });

  it("of a kind Meta does not take is refused", async () => {
    expect((await upload("image/gif", "x")).json.error.code).toBe(100);
  });

  it("of a customer comes with id, hash and address, and its id lives seven days", async () => {
    const customer = await meta.customer({ phone: "33612345678" });
    await meta.sim("POST", `/sim/customers/${customer.id}/messages`, { kind: "image", caption: "look" });
    await meta.flush();
    const { image } = meta.values()[0].messages[0];
    const bytes = Buffer.from(await (await fetch(image.url, { headers: bearer })).arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("base64")).toBe(image.sha256);
    await meta.sim("POST", "/sim/clock", { advanceMs: 7 * 24 * 3600_000 });
    expect((await meta.graph("GET", image.id)).error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it("on Instagram needs no token but an unbroken signature", async () => {
    const lea = await meta.customer({ channel: "instagram" });
    await meta.sim("POST", `/sim/customers/${lea.id}/messages`, { kind: "image" });
    await meta.flush();
    const event = meta.events()[0];
    const { url } = event.message.attachments[0].payload;
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}x`)).status).toBe(403);
  });
});

describe("templates", () => {
  it("page by cursor until there is no next", async () => {
    const names: string[] = [];
    let path: string | null = `${wabaId}/message_templates?limit=4`;
    let pages = 0;
    while (path) {
      const { json }: { json: Answers } = await meta.graph("GET", path);
      names.push(...json.data.map((row: Answers) => `${row.name}/${row.language}`));
      path = json.paging?.next
        ? `${wabaId}/message_templates?limit=4&after=${json.paging.cursors.after}`
        : null;
      pages += 1;
    }
    expect(pages).toBe(5);
    expect(new Set(names).size).toBe(20);
  });

  it("refuse a cursor that is none of theirs", async () => {
    expect((await meta.graph("GET", `${wabaId}/message_templates?after=abc`)).error?.code).toBe(131059);
  });

  it("are told about when their status changes", async () => {
    await meta.sim("PATCH", "/sim/templates/hello_again/en_US", { status: "PAUSED" });
    await meta.flush();
    expect(meta.values()[0]).toMatchObject({
      event: "PAUSED",
      message_template_name: "hello_again",
      message_template_language: "en-US",
    });
  });
});

describe("nodes", () => {
  it("give the fields asked for and refuse unknown ones", async () => {
    const fields =
      "verified_name,quality_rating,throughput,name_status,whatsapp_business_manager_messaging_limit";
    expect((await meta.graph("GET", `${phoneNumberId}?fields=${fields}`)).json).toMatchObject({
      id: phoneNumberId,
      quality_rating: "GREEN",
      throughput: { level: "STANDARD" },
    });
    expect((await meta.graph("GET", `${phoneNumberId}?fields=shoe_size`)).error?.code).toBe(100);
  });

  it("stop and start webhooks with the app's subscription", async () => {
    const customer = await meta.customer({ phone: "33612345678" });
    const write = () =>
      meta.sim("POST", `/sim/customers/${customer.id}/messages`, { kind: "text", text: "x" });
    await meta.graph("DELETE", `${wabaId}/subscribed_apps`);
    expect((await meta.graph("GET", `${wabaId}/subscribed_apps`)).json.data).toEqual([]);
    await write();
    await meta.flush();
    expect(meta.app().received).toHaveLength(0);
    await meta.graph("POST", `${wabaId}/subscribed_apps`);
    await write();
    await meta.flush();
    expect(meta.app().received).toHaveLength(1);
  });

  it("say what a token may do", async () => {
    const good = await meta.graph("GET", `debug_token?input_token=${whatsAppToken}`);
    expect(good.json.data).toMatchObject({
      is_valid: true,
      scopes: expect.arrayContaining(["whatsapp_business_messaging"]),
    });
    const bad = await meta.graph("GET", "debug_token?input_token=nonsense");
    expect(bad.json.data).toMatchObject({ is_valid: false, error: { code: 190 } });
  });
});
