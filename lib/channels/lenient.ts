import { z } from "zod";

/** A field Meta may leave out or change: absent, null or of a wrong type, it reads as undefined. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

export const text = z.string();
export const flag = z.boolean();
export const object = z.record(z.string(), z.unknown());

/** An id, which Meta writes now as a string, now as a number. Empty is no id. */
export const id = z.union([z.string(), z.number().transform(String)]).refine((value) => value.trim() !== "");

/** A number, or a string that holds one. */
export const numeric = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .refine(Number.isFinite);

/** A list; what is not a list reads as an empty one. Its items are read one by one, so a bad one spoils no other. */
export const list = z.array(z.unknown()).catch([]);

/** The items of a list that `schema` can read, in order. */
export function listOf<T extends z.ZodType>(schema: T) {
  return list.transform((items) =>
    items.flatMap((item): z.output<T>[] => {
      const read = schema.safeParse(item);
      return read.success ? [read.data] : [];
    }),
  );
}
