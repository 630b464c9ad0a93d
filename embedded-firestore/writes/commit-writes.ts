import type { WireWrite } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import type { Micros, StoredDocument, Writer } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { isSame } from "../values/same.ts";
import { checkSize } from "../values/size.ts";
import type { Fields, Value } from "../values/value.ts";
import { applyWrite } from "./apply-write.ts";
import { checkSequence } from "./check-sequence.ts";
import { checkWrite } from "./check-write.ts";
import { checkPrecondition, preconditionOf } from "./precondition.ts";
import { targetOf } from "./targets.ts";

/** `updateTime` is that of the document after the whole commit: null when it is deleted, the old one when nothing changed. */
export type WriteResult = { updateTime: Micros | null; transformResults: Value[] };

/** A document as the writes so far leave it. */
type Draft = {
  name: DocumentName;
  before: StoredDocument | null;
  fields: Fields | null;
  wasDeleted: boolean;
  updateTime: Micros | null;
};

/**
 * Makes a commit's writes, in their order, all or none. Throws INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS or
 * FAILED_PRECONDITION.
 */
export function commitWrites(writer: Writer, database: string, writes: WireWrite[]): WriteResult[] {
  const targets = writes.map(targetOf);
  for (const { database: own } of targets)
    if (own !== database) throw invalid("A write names a document of another database.");
  for (const write of writes) checkWrite(write);
  if (writes.length > 1) checkSequence(writes, targets);
  const drafts = new Map<string, Draft>();
  const written = writes.map((write, index) => {
    const draft = draftOf(writer, drafts, targets[index] as DocumentName, write);
    const { fields, transformResults } = applyWrite(write, draft.fields, writer.commitTime);
    draft.fields = fields;
    draft.wasDeleted ||= fields === null;
    return { draft, transformResults };
  });
  for (const draft of drafts.values()) draft.updateTime = store(writer, draft);
  return written.map(({ draft, transformResults }) => ({ updateTime: draft.updateTime, transformResults }));
}

/** The first write to a document meets what is stored; what later ones ask has been checked against the first ones. */
function draftOf(writer: Writer, drafts: Map<string, Draft>, name: DocumentName, write: WireWrite): Draft {
  const known = drafts.get(name.full);
  if (known) return known;
  const before = writer.get(name);
  checkPrecondition(preconditionOf(write), before);
  const draft = { name, before, fields: before?.fields() ?? null, wasDeleted: false, updateTime: null };
  drafts.set(name.full, draft);
  return draft;
}

function store(writer: Writer, { name, before, fields, wasDeleted }: Draft): Micros | null {
  if (fields === null) {
    if (before) writer.delete(name);
    return null;
  }
  if (before && !wasDeleted && !hasChanged(before.fields(), fields)) return before.updatedAt;
  checkSize(name, fields);
  if (before && wasDeleted) writer.delete(name);
  writer.put(name, fields);
  return writer.commitTime;
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
