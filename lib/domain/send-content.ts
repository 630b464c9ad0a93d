import { z } from "zod";
import { Interactive } from "./interactive";

const Template = z.object({
  kind: z.literal("template"),
  name: z.string(),
  language: z.string(),
  /** Meta's `components`; a media header may carry `{ type: "image", image: { uploadId } }`, ours, in place of Meta's id. */
  components: z.array(z.record(z.string(), z.unknown())),
});

/** What a person or an integrator may send. Files were uploaded before (`uploads/<id>`). */
export const SendContent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  Template,
  z.object({
    kind: z.enum(["image", "video", "audio", "document", "sticker"]),
    uploadId: z.string(),
    caption: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().nullable(),
    address: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("contacts"),
    cards: z.array(
      z.object({
        name: z.string(),
        company: z.string().nullable(),
        phones: z.array(z.object({ phone: z.string(), type: z.string().nullable() })),
        emails: z.array(z.string()),
      }),
    ),
  }),
  z.object({ kind: z.literal("interactive"), interactive: Interactive }),
  /** Instagram's heart. */
  z.object({ kind: z.literal("heart") }),
]);
export type SendContent = z.infer<typeof SendContent>;
