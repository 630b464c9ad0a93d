import { z } from "zod";
import { Interactive } from "../interactive";
import type { SendContent } from "../send-content";

const Components = z.array(z.record(z.string(), z.unknown())).max(20);

/** A template to send: either Meta's `components`, or `parameters` for the body alone (in order, or by name). */
export const TemplateInput = z.object({
  name: z.string().min(1).max(512),
  language: z.union([
    z.string().min(2).max(20),
    z.object({ code: z.string().min(2).max(20) }).transform(({ code }) => code),
  ]),
  components: Components.optional(),
  parameters: z.union([z.array(z.string()).max(50), z.record(z.string(), z.string())]).optional(),
});
export type TemplateInput = z.infer<typeof TemplateInput>;

const replyTo = z.string().min(1).max(200).nullish().meta({ description: "Id of the message this answers" });
const words = z.string().max(2_000).nullable().default(null);

const ContactCard = z.object({
  name: z.string().max(500),
  company: words,
  phones: z
    .array(z.object({ phone: z.string().max(100), type: words }))
    .max(20)
    .default([]),
  emails: z.array(z.string().max(500)).max(20).default([]),
});

/** Body of `POST /conversations/{id}/messages`. */
export const SendInput = z.union([
  z.object({ kind: z.literal("text").default("text"), text: z.string().min(1).max(20_000), replyTo }),
  z.object({ kind: z.literal("template"), template: TemplateInput }),
  z.object({
    kind: z.enum(["image", "video", "audio", "document", "sticker"]),
    uploadId: z.string().min(1).max(100).meta({ description: "`id` of what POST /uploads answered" }),
    caption: z.string().max(20_000).nullable().default(null),
    replyTo,
  }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: words,
    address: words,
    replyTo,
  }),
  z.object({ kind: z.literal("contacts"), cards: z.array(ContactCard).max(300), replyTo }),
  z.object({ kind: z.literal("interactive"), interactive: Interactive, replyTo }),
  z.object({ kind: z.literal("heart"), replyTo }),
]);
export type SendInput = z.infer<typeof SendInput>;

/** What a send over the API is in the inbox's own words. Pure. */
export function contentOf(input: SendInput): SendContent {
  if (input.kind === "template") {
    const { name, language } = input.template;
    return { kind: "template", name, language, components: componentsOf(input.template) };
  }
  const { replyTo: _answered, ...content } = input;
  return content;
}

/** Body of `POST /messages`. `to` is a phone number with country code, a BSUID, or an object that says which. */
export const StartInput = z.object({
  channelId: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Needed when several WhatsApp numbers are connected" }),
  to: z.union([
    z.string().min(4).max(200),
    z.object({ phone: z.string().min(4).max(40) }),
    z.object({ bsuid: z.string().min(4).max(200) }),
  ]),
  template: TemplateInput,
});
export type StartInput = z.infer<typeof StartInput>;

const bsuid = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Reads `to`: a BSUID looks like `US.1349…` (Meta, business-scoped user ids), anything else is taken as a phone number. */
export function recipientOf(to: StartInput["to"]): { phone?: string; bsuid?: string } {
  if (typeof to !== "string") return to;
  return bsuid.test(to) ? { bsuid: to } : { phone: to };
}

/** Meta's `components` of a template input; `parameters` become one body component. */
export function componentsOf(template: TemplateInput): Record<string, unknown>[] {
  if (template.components) return template.components;
  const { parameters } = template;
  if (!parameters) return [];
  const list = Array.isArray(parameters)
    ? parameters.map((text) => ({ type: "text", text }))
    : Object.entries(parameters).map(([name, text]) => ({ type: "text", parameter_name: name, text }));
  return list.length === 0 ? [] : [{ type: "body", parameters: list }];
}
