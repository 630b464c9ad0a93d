import { readFile } from "node:fs/promises";
import { ulid } from "ulid";
import { beforeAll, describe, expect, test } from "vitest";
import type { Template, TemplateValues } from "@/lib/domain/template";
import { templateComponents } from "@/lib/domain/template-components";
import { templateProblems } from "@/lib/domain/template-problems";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { enqueueTemplateTo } from "@/lib/inbox/outbound/enqueue-template";
import { listTemplates } from "@/lib/inbox/templates/list";
import { addUpload } from "@/lib/inbox/uploads/add-upload";
import { samplePdf } from "@/simulator/customers/sample-pdf";
import { photo } from "../../support/media-files";
import { useMediaFolder } from "../media/support";
import { agent, calm, control, customer, readMessage, sender, useStandIn } from "../outbound/stand-in";
import { whatsappChannelId as channelId, useWorld } from "../support/world";

useWorld("template-kinds");
useStandIn();
useMediaFolder();

const thread = { id: "", conversationId: "" };
const templates = new Map<string, Template>();
beforeAll(async () => {
  Object.assign(thread, await customer("whatsapp"));
  const list = await listTemplates({ actor: agent, channelId });
  if (!list.ok) throw new Error(list.error.code);
  for (const template of list.data.templates)
    templates.set(`${template.name} ${template.language}`, template);
});

type Target = { conversationId: string } | { channelId: string };

async function upload(
  filename: string,
  bytes: Uint8Array,
  type: string,
  target: Target = { conversationId: thread.conversationId },
): Promise<string> {
  const added = await addUpload({
    actor: agent,
    target,
    filename,
    claimedType: type,
    claimedBytes: bytes.length,
    isVoice: false,
    isSticker: false,
    body: new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(),
  });
  if (!added.ok) throw new Error(`${added.error.code} ${JSON.stringify(added.error.details)}`);
  return added.data.upload.id;
}
const png = async (target?: Target) => upload("picture.jpg", await photo(), "image/jpeg", target);

function filled(key: string, values: TemplateValues) {
  const template = templates.get(key);
  if (!template) throw new Error(`No template ${key}`);
  expect(templateProblems(template.parts, values, Date.now())).toEqual([]);
  const components = templateComponents(template.parts, values);
  return { name: template.name, language: template.language, components };
}

async function send(key: string, values: TemplateValues) {
  const queued = await enqueueMessage({
    actor: agent,
    conversationId: thread.conversationId,
    messageId: ulid(),
    content: { kind: "template", ...filled(key, values) },
  });
  if (!queued.ok) throw new Error(JSON.stringify(queued.error));
  await sender(queued.data.id).kickLane(thread.conversationId);
  await calm();
  return readMessage(thread.conversationId, queued.data.id);
}

describe("every kind of template goes out and is read", () => {
  const day = String(Date.now() + 86_400_000);
  test.each<[string, () => TemplateValues | Promise<TemplateValues>]>([
    ["order_confirmation en_US", () => ({ "body.1": "Amara", "body.2": "A-1042" })],
    ["order_confirmation fr", () => ({ "body.1": "Léa", "body.2": "A-1042" })],
    [
      "delivery_update en_US",
      () => ({
        "header.1": "A-1",
        "body.1": "today",
        "body.2": "14:00",
        "body.3": "16:00",
        "button.0": "A-1",
      }),
    ],
    [
      "appointment_reminder de",
      () => ({ "body.first_name": "Jonas", "body.day": "Dienstag", "body.time": "10:30" }),
    ],
    ["hello_again en_US", () => ({})],
    ["we_miss_you en_US", async () => ({ header: await png(), "body.1": "Amara" })],
    [
      "recibo_de_pago es",
      async () => ({
        header: await upload("recibo.pdf", samplePdf("45 EUR"), "application/pdf"),
        "header.filename": "recibo.pdf",
        "body.1": "Lucía",
        "body.2": "45 €",
      }),
    ],
    [
      "how_it_works en_US",
      async () => ({
        header: await upload(
          "film.mp4",
          await readFile("simulator/customers/samples/wheel.mp4"),
          "video/mp4",
        ),
        "body.1": "Amara",
      }),
    ],
    [
      "store_opening en_US",
      () => ({
        "header.latitude": "37.44",
        "header.longitude": "-122.16",
        "header.place": "Shop",
        "header.address": "101 Forest Ave",
        "body.1": "12 May",
      }),
    ],
    ["spring_coupon en_US", () => ({ "body.1": "Amara", "body.2": "25 %", "button.0": "25OFF" })],
    [
      "weekend_offer en_US",
      async () => ({
        header: await png(),
        offer: day,
        "body.1": "Amara",
        "button.0": "TWOFORONE",
        "button.1": "amara",
      }),
    ],
    [
      "new_this_week en_US",
      async () => ({
        "body.1": "Amara",
        "card.0.header": await png(),
        "card.0.body.1": "45 €",
        "card.0.button.1": "lamp",
        "card.1.header": await png(),
        "card.1.body.1": "90 €",
        "card.1.button.1": "chair",
        "card.2.header": await png(),
        "card.2.body.1": "200 €",
        "card.2.button.1": "table",
      }),
    ],
    ["sign_in_code en_US", () => ({ "body.1": "123456" })],
    ["book_a_visit en_US", () => ({})],
    ["may_we_call en_US", () => ({ "body.1": "Amara" })],
  ])("%s", async (key, valuesOf) => {
    expect(await send(key, await valuesOf())).toMatchObject({
      error: null,
      status: "read",
      kind: "template",
    });
  });
});

test("what is on the phone is what was written", async () => {
  await send("spring_coupon en_US", { "body.1": "Zoë", "body.2": "10 %", "button.0": "ZOE10" });
  const { items } = await control<{ items: { text: string | null; options: { id: string }[] }[] }>(
    "GET",
    `customers/${thread.id}/messages`,
  );
  expect(items.at(-1)).toMatchObject({
    text: "Zoë, here is 10 % off your next order.",
    options: [{ id: "copy:ZOE10", title: "Copy offer code" }, { title: "No, thank you" }],
  });
});

test("the first message to a new number may carry a picture that was chosen before there was a thread", async () => {
  const values = { header: await png({ channelId }), "body.1": "Bo" };
  const queued = await enqueueTemplateTo({
    actor: agent,
    channelId,
    to: { phone: "+1 555 019 9301" },
    template: filled("we_miss_you en_US", values),
    messageId: ulid(),
  });
  if (!queued.ok) throw new Error(JSON.stringify(queued.error));
  const { conversationId, id } = queued.data;
  await control("POST", "customers", {
    channel: "whatsapp",
    phone: "+15550199301",
    name: "Bo",
    isChatOpen: true,
  });
  await sender(id).kickLane(conversationId);
  await calm();
  expect(await readMessage(conversationId, id)).toMatchObject({ error: null, status: "read" });
});

test("a file goes out with one message only", async () => {
  const values = { header: await png(), "body.1": "Amara" };
  await send("we_miss_you en_US", values);
  await expect(send("we_miss_you en_US", values)).rejects.toThrow("upload_not_found");
});

test("a one-time password does not go to a BSUID", async () => {
  const template = filled("sign_in_code en_US", { "body.1": "123456" });
  const to = { bsuid: "US.13491208655302741918" };
  expect(await enqueueTemplateTo({ actor: agent, channelId, to, template, messageId: ulid() })).toMatchObject(
    { ok: false, error: { code: "recipient_unknown" } },
  );
});

test("a BSUID gets any other template", async () => {
  const made = await control<{ bsuid: string }>("POST", "customers", {
    channel: "whatsapp",
    username: "mika",
    isChatOpen: true,
  });
  const template = filled("order_confirmation en_US", { "body.1": "Mika", "body.2": "A-9" });
  const to = { bsuid: made.bsuid };
  const queued = await enqueueTemplateTo({ actor: agent, channelId, to, template, messageId: ulid() });
  if (!queued.ok) throw new Error(queued.error.code);
  await sender(queued.data.id).kickLane(queued.data.conversationId);
  await calm();
  expect(await readMessage(queued.data.conversationId, queued.data.id)).toMatchObject({ status: "read" });
});
