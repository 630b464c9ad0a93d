import { createOrVerify, type Outcome } from "./create-or-verify";
import { pages } from "./pages";
import type { Progress } from "./progress";
import { rewriteReferences } from "./rewrite-references";
import { relativeName, type Side, type WireDocument } from "./wire";

const PAGES_AT_ONCE = 4;

export type CopyOptions = {
  source: Side;
  target: Side;
  progress: Progress;
  isDryRun: boolean;
  pace: { take(writes: number): Promise<void> };
  /** After each page: what came of it. `progress` is up to date then. */
  onPage: (outcome: Outcome) => void;
};

/** Copies every collection of the source, from where `progress` stands. Nothing that the target has is changed. */
export async function copyAll(options: CopyOptions): Promise<void> {
  for (const collectionId of await options.source.rootCollections()) {
    const state = options.progress.collections[collectionId] ?? { after: null, isDone: false };
    options.progress.collections[collectionId] = state;
    if (!state.isDone) await copyCollection(options, collectionId, state);
  }
}

async function copyCollection(
  { source, target, isDryRun, pace, onPage }: CopyOptions,
  collectionId: string,
  state: { after: string | null; isDone: boolean },
): Promise<void> {
  const waiting: { last: string; outcome: Promise<Outcome> }[] = [];
  const finishFirst = async () => {
    const first = waiting.shift();
    if (!first) return;
    const outcome = await first.outcome;
    state.after = first.last;
    onPage(outcome);
  };
  for await (const page of pages(source, collectionId, state.after)) {
    await pace.take(page.length);
    const outcome = createOrVerify(target, page.map(moved(source, target)), isDryRun);
    // Whoever waits for it hears of a failure; until then it must not look unhandled.
    outcome.catch(() => {});
    waiting.push({ last: relativeName(page.at(-1)?.name ?? ""), outcome });
    if (waiting.length >= PAGES_AT_ONCE) await finishFirst();
  }
  while (waiting.length > 0) await finishFirst();
  state.isDone = true;
}

const moved =
  (source: Side, target: Side) =>
  ({ name, fields }: WireDocument): WireDocument => ({
    name: target.database + name.slice(source.database.length),
    fields: rewriteReferences(fields, source.database, target.database),
  });
