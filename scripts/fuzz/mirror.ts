import type { WireClient } from "./client";
import { describeDocument } from "./describe";

type Message = Record<string, unknown>;

export type Mirror = {
  /** Whether it comes to hold exactly these documents, in this order, within a few seconds. */
  reaches(expected: unknown[]): Promise<boolean>;
  held(): unknown[];
  close(): void;
};

/** Listens to one target without an SDK and holds what it was told. */
export function openMirror(client: WireClient, database: string, target: Message): Mirror {
  const stream = client.listen(database);
  let documents = new Map<string, unknown>();
  let isCurrent = false;
  let problem: Error | null = null;
  let wake = () => {};
  const open = () => stream.write({ database, addTarget: { targetId: 2, ...target } });

  stream.on("error", (error: Error) => {
    problem = error;
    wake();
  });
  stream.on("data", (message: Message) => {
    apply(message);
    wake();
  });
  open();

  function apply(message: Message): void {
    const { targetChange, documentChange, documentDelete, documentRemove, filter } = message as Record<
      string,
      Message
    >;
    if (targetChange?.targetChangeType === "CURRENT") isCurrent = true;
    if (targetChange?.targetChangeType === "RESET") documents = new Map();
    if (targetChange?.targetChangeType === "REMOVE") problem = new Error(JSON.stringify(targetChange.cause));
    if (documentChange) changed(documentChange);
    if (documentDelete) documents.delete(String(documentDelete.document));
    if (documentRemove) documents.delete(String(documentRemove.document));
    if (filter && Number(filter.count ?? 0) !== documents.size)
      problem = new Error("The count is not what is held");
  }

  function changed(change: Message): void {
    const document = change.document as { name: string };
    if (((change.targetIds as number[]) ?? []).includes(2))
      documents.set(document.name, describeDocument(document));
    else if (((change.removedTargetIds as number[]) ?? []).includes(2)) documents.delete(document.name);
  }

  const held = () => [...documents.values()].map((one) => JSON.stringify(one)).sort();
  return {
    held: () => (problem ? [String(problem)] : held()),
    close: () => stream.cancel(),
    async reaches(expected) {
      const wanted = JSON.stringify(expected.map((one) => JSON.stringify(one)).sort());
      const end = Date.now() + 3000;
      while (Date.now() < end && !problem) {
        if (isCurrent && JSON.stringify(held()) === wanted) return true;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, end - Date.now());
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return !problem && isCurrent && JSON.stringify(held()) === wanted;
    },
  };
}
