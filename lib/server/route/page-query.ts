import { z } from "zod";

export const MAX_PAGE_ROWS = 200;
export const PAGE_ROWS = 40;

/** `cursor` and `limit` of a paged route. */
export const PageQuery = z.object({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_ROWS).default(PAGE_ROWS),
});
