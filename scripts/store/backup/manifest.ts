import { z } from "zod";

const part = z.object({
  /** Where it is inside the backup: `firestore.db`, `media/…`. */
  path: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const schema = z.object({
  format: z.literal("parley-backup"),
  version: z.literal(1),
  /** When the copy of the store was taken, ISO 8601. */
  at: z.iso.datetime(),
  counts: z.object({ documents: z.number(), collections: z.number(), mediaFiles: z.number() }),
  parts: z.array(part).min(1),
});

export type Manifest = z.infer<typeof schema>;
export type BackupPart = z.infer<typeof part>;

export const manifestName = "manifest.json";
export const databaseName = "firestore.db";

/** Reads a backup's manifest. Throws a sentence when it is none, or of a version that this one does not know. */
export function parseManifest(text: string): Manifest {
  const found = schema.safeParse(parseJson(text));
  if (found.success) return found.data;
  const version = z.object({ format: z.literal("parley-backup"), version: z.number() });
  const other = version.safeParse(parseJson(text));
  if (other.success && other.data.version > 1) {
    throw new Error("The backup was made by a newer version of Parley; use that one to restore it.");
  }
  throw new Error("The file is not a backup of Parley, or it is damaged: its manifest is not readable.");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
