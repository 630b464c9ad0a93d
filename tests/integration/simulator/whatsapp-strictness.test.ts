import { beforeEach, describe, expect, it } from "vitest";
import type { Customer } from "@/simulator/world/types";
import { phoneNumberId, useMeta } from "./support/use-meta";

const meta = useMeta();
let amara: Customer;

beforeEach(async () => {
  amara = await meta.customer({ name: "Amara", phone: "2348012345678", lastWroteAgoMs: 60_000 });
});

const to = "+2348012345678";
const text = (body: unknown) => ({ to, type: "text", text: { body } });
const interactive = (content: object) => ({ to, type: "interactive", interactive: content });
const button = (id: string, title: string) => ({ type: "reply", reply: { id, title } });
const buttons = (...all: object[]) =>
  interactive({ type: "button", body: { text: "Choose" }, action: { buttons: all } });
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `row-${at}`, title: `Row ${at}` }));
const list = (sections: object[], button = "Open") =>
  interactive({ type: "list", body: { text: "Choose" }, action: { button, sections } });
const template = (name: string, code: string, components?: object[]) => ({
  to,
  type: "template",
  template: { name, language: { code }, ...(components ? { components } : {}) },
});
const bodyOf = (...texts: string[]) => ({
  type: "body",
  parameters: texts.map((value) => ({ type: "text", text: value })),
});

describe("a send WhatsApp refuses", () => {
  const refusals: [string, object, number, number?][] = [
    ["without messaging_product", { messaging_product: undefined, ...text("x") }, 100],
    ["without a recipient", { type: "text", text: { body: "x" } }, 100],
    ["with a type there is not", { to, type: "telepathy" }, 100],
    ["without the part its type names", { to, type: "text" }, 131008],
    ["without a text body", text(undefined), 131008],
    ["with an empty text body", text(""), 131008],
    ["with a text that is no text", text(5), 100],
    ["with 4097 characters", text("x".repeat(4097)), 100],
    ["with a misspelt key", { to, type: "text", text: { body: "x", preview: true } }, 100],
    ["to a recipient that is no number", { ...text("x"), to: "amara" }, 131009],
    ["with a BSUID in to", { ...text("x"), to: "US.13491208655302741918" }, 131009],
    ["with a phone in recipient", { type: "text", text: { body: "x" }, recipient: "2348012345678" }, 131009],
    ["to itself", { ...text("x"), to: "+1 555-014-7700" }, 131021],
    [
      "with 513 characters of callback data",
      { ...text("x"), biz_opaque_callback_data: "x".repeat(513) },
      100,
    ],
    ["with a context without message_id", { ...text("x"), context: {} }, 131008],
    [
      "with media by id and link",
      { to, type: "image", image: { id: "1", link: "https://a.example/b.png" } },
      100,
    ],
    ["with media by neither", { to, type: "image", image: {} }, 131008],
    ["with a media id that is unknown", { to, type: "image", image: { id: "123" } }, 131009],
    ["with a link that is none", { to, type: "image", image: { link: "ftp://a.example/b.png" } }, 131009],
    [
      "with a caption on audio",
      { to, type: "audio", audio: { link: "https://a.example/a.ogg", caption: "x" } },
      100,
    ],
    ["with a location without longitude", { to, type: "location", location: { latitude: 1 } }, 131008],
    [
      "with a location off the globe",
      { to, type: "location", location: { latitude: 91, longitude: 0 } },
      131009,
    ],
    [
      "with a reaction to nothing known",
      { to, type: "reaction", reaction: { message_id: "wamid.x", emoji: "👍" } },
      131009,
    ],
    ["with contacts without a name", { to, type: "contacts", contacts: [{}] }, 131008],
    ["with four buttons", buttons(...[1, 2, 3, 4].map((n) => button(`b${n}`, `B${n}`))), 131009],
    ["with two buttons of one title", buttons(button("a", "Yes"), button("b", "Yes")), 131009],
    ["with a button title of 21 characters", buttons(button("a", "x".repeat(21))), 131009],
    [
      "with 11 list rows",
      list([
        { title: "A", rows: rows(6) },
        { title: "B", rows: rows(5) },
      ]),
      131009,
    ],
    ["with two sections without titles", list([{ rows: rows(1) }, { rows: rows(1) }]), 131008],
    ["with a row title of 25 characters", list([{ rows: [{ id: "a", title: "x".repeat(25) }] }]), 131009],
    ["with a template that does not exist", template("nothing", "en_US"), 132001],
    ["with a template in another language", template("order_confirmation", "it", [bodyOf("a", "b")]), 132001],
    ["with a rejected template", template("free_money", "en_US"), 132001],
    ["with a paused template", template("flash_sale", "en_US", [bodyOf("20 %")]), 132015],
    ["with too few parameters", template("order_confirmation", "en_US", [bodyOf("a")]), 132000],
    ["with too many parameters", template("order_confirmation", "en_US", [bodyOf("a", "b", "c")]), 132000],
    [
      "with a line break in a parameter",
      template("order_confirmation", "en_US", [bodyOf("a\nb", "c")]),
      132012,
    ],
    ["with an empty parameter", template("order_confirmation", "en_US", [bodyOf("", "c")]), 131008],
    [
      "with a body over 1024 characters",
      template("order_confirmation", "en_US", [bodyOf("x".repeat(1000), "c")]),
      132005,
    ],
    ["without the header image", template("we_miss_you", "en_US", [bodyOf("a")]), 132012],
    [
      "with a positional value for a named parameter",
      template("appointment_reminder", "de", [bodyOf("a", "b", "c")]),
      100,
    ],
  ];

  it.each(refusals)("%s", async (_title, body, code) => {
    const answer = await meta.send(body);
    expect({ status: answer.status, code: answer.error?.code }).toEqual({ status: 400, code });
    expect(answer.error).toMatchObject({ type: "OAuthException", fbtrace_id: expect.any(String) });
    expect((await meta.phoneOf(amara)).items).toEqual([]);
  });

  it("does not know another phone number id", async () => {
    const answer = await meta.graph("POST", "999/messages", { messaging_product: "whatsapp", ...text("x") });
    expect(answer.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it("wants a token and knows its own", async () => {
    const missing = await meta.graph("GET", phoneNumberId, undefined, null);
    const wrong = await meta.graph("GET", phoneNumberId, undefined, "somebody-elses");
    expect([missing.status, missing.error?.code]).toEqual([401, 200]);
    expect([wrong.status, wrong.error?.code]).toEqual([401, 190]);
  });

  it("answers 131047 once 24 hours have passed, and a template goes out all the same", async () => {
    await meta.sim("POST", "/sim/clock", { advanceMs: 24 * 3600_000 });
    expect((await meta.send(text("x"))).error?.code).toBe(131047);
    const sent = await meta.send(template("hello_again", "en_US"));
    expect(sent.status).toBe(200);
    expect((await meta.phoneOf(amara)).items).toMatchObject([
      { kind: "template", options: [{ title: "Yes, please" }, {}] },
    ]);
  });

  it("answers 131056 after a burst of 45 to one person, and takes one more 6 seconds later", async () => {
    for (let at = 0; at < 45; at += 1) expect((await meta.send(text(`${at}`))).status).toBe(200);
    expect((await meta.send(text("46"))).error?.code).toBe(131056);
    await meta.sim("POST", "/sim/clock", { advanceMs: 6500 });
    expect((await meta.send(text("47"))).status).toBe(200);
  });

  it("answers 130429 above the number's messages a second", async () => {
    await meta.sim("PATCH", "/sim/delivery", { messagesPerSecond: 3 });
    const answers = await Promise.all([1, 2, 3, 4].map((n) => meta.send(text(`${n}`))));
    expect(answers.filter((answer) => answer.error?.code === 130429).length).toBeGreaterThanOrEqual(1);
  });
});

describe("a send WhatsApp takes", () => {
  it.each<[string, object]>([
    ["4096 characters", text("é".repeat(4096))],
    ["three buttons", buttons(button("a", "A"), button("b", "B"), button("c", "C"))],
    ["ten rows", list([{ rows: rows(10) }])],
    [
      "a request for the phone number",
      interactive({
        type: "request_contact_info",
        body: { text: "May we?" },
        action: { name: "request_contact_info" },
      }),
    ],
    [
      "media by link",
      {
        to,
        type: "document",
        document: { link: "https://a.example/b.pdf", filename: "b.pdf", caption: "x" },
      },
    ],
    [
      "a named template",
      template("appointment_reminder", "de", [
        {
          type: "body",
          parameters: ["first_name", "day", "time"].map((name) => ({
            type: "text",
            parameter_name: name,
            text: "x",
          })),
        },
      ]),
    ],
  ])("%s", async (_title, body) => {
    expect((await meta.send(body)).json).toMatchObject({
      messaging_product: "whatsapp",
      contacts: [{ input: to, wa_id: "2348012345678" }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });
  });

  it("answers a BSUID with user_id and no wa_id, and lets to win over recipient", async () => {
    const noor = await meta.customer({ username: "noor", lastWroteAgoMs: 1 });
    const byId = await meta.send({ recipient: noor.bsuid, type: "text", text: { body: "hello" } });
    expect(byId.json.contacts).toEqual([{ input: noor.bsuid, user_id: noor.bsuid }]);
    await meta.send({ to, recipient: noor.bsuid, type: "text", text: { body: "to wins" } });
    expect((await meta.phoneOf(amara)).items.map((row) => row.text)).toEqual(["to wins"]);
  });

  it("marks read with the earlier ones and shows typing", async () => {
    const first = await meta.sim("POST", `/sim/customers/${amara.id}/messages`, {
      kind: "text",
      text: "one",
    });
    const second = await meta.sim("POST", `/sim/customers/${amara.id}/messages`, {
      kind: "text",
      text: "two",
    });
    const read = {
      status: "read",
      message_id: second.json.providerMessageId,
      typing_indicator: { type: "text" },
    };
    expect((await meta.send(read)).json).toEqual({ success: true });
    const phone = await meta.phoneOf(amara);
    expect(phone.items.map((row) => [row.providerMessageId, row.readByBusinessAt !== null])).toEqual([
      [first.json.providerMessageId, true],
      [second.json.providerMessageId, true],
    ]);
    expect(phone).toMatchObject({ typingUntil: expect.any(Number) });
    expect((await meta.send({ ...read, message_id: "wamid.none" })).error?.code).toBe(131009);
  });
});
