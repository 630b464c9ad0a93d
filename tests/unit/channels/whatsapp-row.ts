import { expect } from "vitest";
import { nobody } from "@/lib/channels/person";

/** What one item of a WhatsApp fixture becomes, as far as it matters. */
export type Row = { kind: string } & Record<string, unknown>;

export const ana = {
  ...nobody,
  waId: "351910000001",
  bsuid: "PT.70010020030040050060",
  name: "Ana Ribeiro",
};
export const mika = { bsuid: "FI.80010020030040050060", waId: null };

export const message = (kind: string, rest: Record<string, unknown> = {}): Row => ({
  kind: `message.${kind}`,
  event: { type: "message", origin: "customer", kind, ...rest },
});
export const echo = (kind: string, rest: Record<string, unknown> = {}): Row => ({
  kind: `echo.${kind}`,
  event: { type: "message", origin: "phone", kind, ...rest },
});
export const status = (step: string, rest: Record<string, unknown> = {}): Row => ({
  kind: `status.${step}`,
  event: { type: "status", status: step, providerMessageId: "wamid.PARLEYSENT", ...rest },
});
export const field = (name: string, event: Record<string, unknown>): Row => ({
  kind: `field.${name}`,
  event,
});
export const ignored = (kind: string): Row => ({ kind, ignored: expectText });

/** Any readable reason. */
export const expectText: unknown = expect.stringMatching(/.{6,}/);

export const tap = (source: string, title: string, payload: string) =>
  message("tap", { text: title, content: { kind: "tap", source, title, payload } });
export const changeOf = (type: string, rest: Record<string, unknown>) => ({
  type,
  targetProviderMessageId: "wamid.PARLEYTARGET",
  ...rest,
});
export const template = (name: string, change: Record<string, string | boolean>) =>
  field(name, {
    type: "template",
    templateId: "600100200300",
    name: "order_ready",
    language: "pt_PT",
    change,
    at: 1793560000000,
  });
export const account = (name: string, change: Record<string, string | boolean>) =>
  field(name, { type: "account", change });
export const preference = (isOptedOut: boolean) =>
  field("user_preferences", { type: "preference", isOptedOut, person: ana, at: 1793561000000 });
export const media = (mediaId: string) => [{ mediaId }];
