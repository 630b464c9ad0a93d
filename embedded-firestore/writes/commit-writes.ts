import type { WireWrite } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import type { Micros, StoredDocument, Writer } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { isSame } from "../values/same.ts";
import { checkSize } from "../values/size.ts";
import type { Fields, Value } from "../values/value.ts";
import { applyWrite } from "./apply-write.ts";
import { checkSequence } from "./check-sequence.ts";
import { type CheckedWrite, checkWrite } from "./check-write.ts";
import { checkPrecondition, type Precondition } from "./precondition.ts";

/** `updateTime` is that of the document after the whole commit: null when it is deleted, the old one when nothing changed. */
export type WriteResult = { updateTime: Micros | null; transformResults: Value[] };

/** The part of a Writer that a commit needs. */
export type CommitWriter = Pick<Writer, "commitTime" | "get" | "put" | "delete">;

/** A document as the writes so far leave it. `precondition` is the first write's: what later ones ask follows from it. */
type Draft = {
  name: DocumentName;
  precondition: Precondition;
  before: StoredDocument | null;
  fields: Fields | null;
  wasDeleted: boolean;
  updateTime: Micros | null;
};

/**
 * Makes a commit's writes, in their order, all or none. Throws INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS or
 * FAILED_PRECONDITION.
 */
export function commitWrites(writer: CommitWriter, database: string, writes: WireWrite[]): WriteResult[] {
  const checked = writes.map(checkWrite);
  for (const { name } of checked)
    if (name.database !== database) throw invalid("A write names a document of another database.");
  if (checked.length > 1) checkSequence(checked);
  const drafts = new Map<string, Draft>();
  const written = checked.map((write) => {
    const draft = drafts.get(write.name.full) ?? openDraft(writer, drafts, write);
    const { fields, transformResults } = applyWrite(write, draft.fields, writer.commitTime);
    draft.fields = fields;
    draft.wasDeleted ||= fields === null;
    return { draft, transformResults };
  });
  const changed = [...drafts.values()].filter(isChanged);
  for (const { name, fields } of changed) if (fields) checkSize(name, fields);
  for (const { precondition, before } of drafts.values()) checkPrecondition(precondition, before);
  for (const draft of changed) store(writer, draft);
  return written.map(({ draft, transformResults }) => ({ updateTime: draft.updateTime, transformResults }));
}

function openDraft(
  writer: CommitWriter,
  drafts: Map<string, Draft>,
  { name, precondition }: CheckedWrite,
): Draft {
  const before = writer.get(name);
  const fields = before?.fields() ?? null;
  const updateTime = before?.updatedAt ?? null;
  const draft = { name, precondition, before, fields, wasDeleted: false, updateTime };
  drafts.set(name.full, draft);
  return draft;
}

function isChanged({ before, fields, wasDeleted }: Draft): boolean {
  if (before === null || fields === null) return before !== null || fields !== null;
  return wasDeleted || hasChanged(before.fields(), fields);
}

/** A document that was deleted on the way is a new one, with a creation time of its own. */
function store(writer: CommitWriter, draft: Draft): void {
  const { name, before, fields, wasDeleted } = draft;
  if (before && wasDeleted) writer.delete(name);
  if (fields) writer.put(name, fields);
  draft.updateTime = fields ? writer.commitTime : null;
}

/** Puts the old value back where the new one is the same, so that who compares versions sees the same object. */
function hasChanged(before: Fields, fields: Fields): boolean {
  let isDifferent = before.size !== fields.size;
  for (const [name, value] of fields) {
    const old = before.get(name);
    if (old === value) continue;
    if (old !== undefined && isSame(old, value)) fields.set(name, old);
    else isDifferent = true;
  }
  return isDifferent;
}
