import { z } from "zod";

const HeaderKind = z.enum(["image", "video", "document", "location"]).nullable();

/** What a customer sees of a template beside its body, with everything filled in, as it was when it was sent. */
export const TemplateShown = z.object({
  /** The words of a text header. */
  header: z.string().nullable(),
  /** Of a header that is a file or a place. */
  headerKind: HeaderKind,
  footer: z.string().nullable(),
  /** A limited-time offer's words. */
  offer: z.string().nullable(),
  /** Titles. */
  buttons: z.array(z.string()),
  cards: z.array(
    z.object({ headerKind: HeaderKind, body: z.string().nullable(), buttons: z.array(z.string()) }),
  ),
});
export type TemplateShown = z.infer<typeof TemplateShown>;
