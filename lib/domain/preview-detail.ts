import { z } from "zod";

/** What the one line of a list says of a message beside its kind and words. */
export const PreviewDetail = z.object({
  /** A kind within the kind: a voice note among sounds, Instagram's heart among stickers, what was shared. */
  variant: z.enum(["voice", "heart", "reel", "story"]).nullable(),
  /** Of sound and video. */
  durationMs: z.number().nullable(),
  /** Of pictures, cards, items. */
  count: z.number().nullable(),
  /** Of a file, a place, a person, a template. */
  name: z.string().nullable(),
});
export type PreviewDetail = z.infer<typeof PreviewDetail>;
