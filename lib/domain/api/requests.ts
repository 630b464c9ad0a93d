import { z } from "zod";

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

/** Body of `POST /conversations/{id}/messages`. */
export const SendInput = z.union([
  z.object({
    kind: z.literal("text").default("text"),
    text: z.string().min(1).max(20_000),
    replyTo: z.string().min(1).max(200).nullish().meta({ description: "Id of the message this answers" }),
  }),
  z.object({ kind: z.literal("template"), template: TemplateInput }),
]);
export type SendInput = z.infer<typeof SendInput>;

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
