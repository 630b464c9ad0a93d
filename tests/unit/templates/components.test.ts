import { expect, test } from "vitest";
import { templateComponents } from "@/lib/domain/template-components";
import { templateFields } from "@/lib/domain/template-form";
import { templateParts } from "@/lib/domain/template-parts";
import { approved, listed } from "./listed";

const partsOf = (name: string, language = "en_US") => {
  const template = approved.find((one) => one.name === name && one.language === language);
  if (!template) throw new Error(`No template ${name}`);
  return templateParts(listed(template));
};
const texts = (...words: string[]) => words.map((text) => ({ type: "text", text }));

test("a positional template becomes parameters in the order of their numbers", () => {
  expect(
    templateComponents(partsOf("delivery_update"), {
      "header.1": "A-7",
      "body.3": "16:00",
      "body.1": "today",
      "body.2": " 14:00 ",
      "button.0": "A-7",
    }),
  ).toEqual([
    { type: "header", parameters: texts("A-7") },
    { type: "body", parameters: texts("today", "14:00", "16:00") },
    { type: "button", sub_type: "url", index: "0", parameters: texts("A-7") },
  ]);
});

test("a named template names its parameters", () => {
  const values = { "body.first_name": "Jonas", "body.day": "Dienstag", "body.time": "10:30" };
  expect(templateComponents(partsOf("appointment_reminder", "de"), values)).toEqual([
    {
      type: "body",
      parameters: [
        { type: "text", parameter_name: "first_name", text: "Jonas" },
        { type: "text", parameter_name: "day", text: "Dienstag" },
        { type: "text", parameter_name: "time", text: "10:30" },
      ],
    },
  ]);
});

test("a document header names the upload and the file", () => {
  const values = { header: "up1", "header.filename": "recibo.pdf", "body.1": "Lucía", "body.2": "45 €" };
  expect(templateComponents(partsOf("recibo_de_pago", "es"), values)[0]).toEqual({
    type: "header",
    parameters: [{ type: "document", document: { uploadId: "up1", filename: "recibo.pdf" } }],
  });
});

test("a location header is made of texts", () => {
  const values = {
    "header.latitude": "37.44",
    "header.longitude": "-122.16",
    "header.place": "Philz Coffee",
    "header.address": "101 Forest Ave",
    "body.1": "12 May",
  };
  expect(templateComponents(partsOf("store_opening"), values)[0]).toEqual({
    type: "header",
    parameters: [
      {
        type: "location",
        location: {
          latitude: "37.44",
          longitude: "-122.16",
          name: "Philz Coffee",
          address: "101 Forest Ave",
        },
      },
    ],
  });
});

test("an offer carries its end and its code", () => {
  const values = {
    header: "up1",
    offer: "1209600000",
    "body.1": "Ana",
    "button.0": "25OFF",
    "button.1": "ana",
  };
  expect(templateComponents(partsOf("weekend_offer"), values)).toEqual([
    { type: "header", parameters: [{ type: "image", image: { uploadId: "up1" } }] },
    { type: "body", parameters: texts("Ana") },
    {
      type: "limited_time_offer",
      parameters: [{ type: "limited_time_offer", limited_time_offer: { expiration_time_ms: 1_209_600_000 } }],
    },
    {
      type: "button",
      sub_type: "copy_code",
      index: "0",
      parameters: [{ type: "coupon_code", coupon_code: "25OFF" }],
    },
    { type: "button", sub_type: "url", index: "1", parameters: texts("ana") },
  ]);
});

test("a one-time password is written once and goes into text and button", () => {
  const parts = partsOf("sign_in_code");
  expect(templateFields(parts).map(({ id, kind }) => [id, kind])).toEqual([["body.1", "code"]]);
  expect(templateComponents(parts, { "body.1": "123456" })).toEqual([
    { type: "body", parameters: texts("123456") },
    { type: "button", sub_type: "url", index: "0", parameters: texts("123456") },
  ]);
});

test("a flow gets its token, a request for contact info gets nothing", () => {
  expect(templateComponents(partsOf("book_a_visit"), {})).toEqual([
    {
      type: "button",
      sub_type: "flow",
      index: "0",
      parameters: [{ type: "action", action: { flow_token: "unused" } }],
    },
  ]);
  expect(templateComponents(partsOf("may_we_call"), { "body.1": "Ana" })).toHaveLength(1);
});

test("a carousel's cards come in order, each with its picture, words and buttons", () => {
  const parts = partsOf("new_this_week");
  const values = Object.fromEntries(templateFields(parts).map(({ id }) => [id, id]));
  const carousel = templateComponents(parts, values).find(({ type }) => type === "carousel");
  const cards = carousel?.cards as { card_index: number; components: unknown[] }[];
  expect(cards.map(({ card_index }) => card_index)).toEqual([0, 1, 2]);
  expect(cards[1]?.components).toEqual([
    { type: "header", parameters: [{ type: "image", image: { uploadId: "card.1.header" } }] },
    { type: "body", parameters: texts("card.1.body.1") },
    {
      type: "button",
      sub_type: "quick_reply",
      index: "0",
      parameters: [{ type: "payload", payload: "2: Keep one for me" }],
    },
    { type: "button", sub_type: "url", index: "1", parameters: texts("card.1.button.1") },
  ]);
});

test("examples of the template are shown at its fields", () => {
  const examples = (name: string, language?: string) =>
    templateFields(partsOf(name, language)).map(({ example }) => example);
  expect(examples("order_confirmation")).toEqual(["Amara", "A-1042"]);
  expect(examples("appointment_reminder", "de")).toEqual(["Jonas", "Dienstag", "10:30"]);
  expect(examples("delivery_update")).toEqual(["A-1042", "today", "14:00", "16:00", "A-1042"]);
});

test("a template with a part that nobody here knows says so", () => {
  const parts = templateParts({
    components: [
      { type: "HEADER", format: "PRODUCT" },
      { type: "BODY", text: "Look" },
      { type: "BUTTONS", buttons: [{ type: "CATALOG", text: "View catalog" }] },
      { type: "SOMETHING_NEW" },
    ],
    parameterFormat: "POSITIONAL",
    category: "MARKETING",
  });
  expect(parts.unknown).toEqual(["SOMETHING_NEW", "HEADER PRODUCT", "BUTTON CATALOG"]);
});
