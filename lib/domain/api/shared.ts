import { z } from "zod";

/** Times in the API are ISO 8601 in UTC; inside Parley they are epoch milliseconds. */
export const IsoTime = z.iso.datetime().meta({ description: "ISO 8601, UTC" });

export const toIso = (at: number): string => new Date(at).toISOString();
export const toIsoOrNull = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : toIso(at);

/** `?limit=&cursor=` of every list. A cursor is opaque and comes from `nextCursor`. */
export const ListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().min(1).max(1000).optional(),
});

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });

/** RFC 9457, with a stable `code` beside it. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({ description: "Stable; branch on this." }),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
