import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

const schema = z.object({
  from: z.string(),
  to: z.string(),
  /** Root collections: the last document that was copied (all before it were too), and whether that was the end. */
  collections: z.record(z.string(), z.object({ after: z.string().nullable(), isDone: z.boolean() })),
});

/** How far a migration came. Names are relative to the database. */
export type Progress = z.infer<typeof schema>;

/** The progress of an earlier run between the same two databases, or none yet. Throws a sentence when it is another's. */
export function readProgress(path: string, from: string, to: string): Progress {
  if (!existsSync(path)) return { from, to, collections: {} };
  const progress = schema.safeParse(parse(readFileSync(path, "utf8")));
  if (!progress.success) throw new Error(`${path} is not readable: run again without --resume.`);
  if (progress.data.from !== from || progress.data.to !== to) {
    throw new Error(`${path} is of another migration: run again without --resume.`);
  }
  return progress.data;
}

export function writeProgress(path: string, progress: Progress): void {
  writeFileSync(`${path}.part`, `${JSON.stringify(progress, null, 2)}\n`);
  renameSync(`${path}.part`, path);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
