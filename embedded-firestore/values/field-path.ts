import { invalid } from "../protocol/status.ts";
import type { FieldPath, Fields, Value } from "./value.ts";

const plainSegment = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const quotedSegment = /^`(?:[^`\\]|\\[`\\])+`$/s;
const reservedSegment = /^__.+__$/s;
const maxPathBytes = 1_500;

/**
 * Takes a field path as Firestore writes it apart: dots between segments, names that are no words in
 * backticks. INVALID_ARGUMENT when it is none, or holds a reserved name other than `__name__` alone.
 */
export function parseFieldPath(text: string): FieldPath {
  if (plainSegment.test(text) && text.length <= maxPathBytes && !text.startsWith("__")) return [text];
  if (text === "__name__") return [text];
  if (text.length > maxPathBytes || Buffer.byteLength(text) > maxPathBytes)
    throw invalid("A field path is longer than 1500 bytes.");
  const path: string[] = [];
  let at = 0;
  do {
    const end = text[at] === "`" ? endOfQuoted(text, at) : endOfPlain(text, at);
    path.push(segmentOf(text.slice(at, end)));
    at = end + 1;
  } while (at <= text.length);
  return path;
}

/** The canonical text of a field path. */
export function formatFieldPath(path: FieldPath): string {
  return path.map(formatSegment).join(".");
}

export function getField(fields: Fields, path: FieldPath): Value | undefined {
  let value = fields.get(path[0] as string);
  for (let index = 1; index < path.length; index++) {
    if (value?.kind !== "map" || isVector(value.fields)) return undefined;
    value = value.fields.get(path[index] as string);
  }
  return value;
}

/**
 * The fields with the one at `path` set, or removed when `value` is undefined. What is on the way and no map becomes a
 * map when a value is set, and stays when one is removed. The given fields do not change.
 */
export function withField(fields: Fields, path: FieldPath, value: Value | undefined): Fields {
  const changed = new Map(fields);
  setField(changed, path, value);
  return changed;
}

/** As withField, in a map that is the caller's own. The maps inside it do not change: changed copies take their place. */
export function setField(fields: Fields, path: FieldPath, value: Value | undefined, at = 0): void {
  const name = path[at] as string;
  if (at === path.length - 1) {
    if (value === undefined) fields.delete(name);
    else fields.set(name, value);
    return;
  }
  const parent = fields.get(name);
  const known = parent?.kind === "map" && !isVector(parent.fields) ? parent.fields : undefined;
  if (known === undefined && value === undefined) return;
  const inner: Fields = new Map(known);
  setField(inner, path, value, at + 1);
  fields.set(name, { kind: "map", fields: inner });
}

/** A vector is one value: no path leads into it. Only vectors have a field of that name. */
const isVector = (fields: Fields) => fields.has("__type__");

function endOfPlain(text: string, start: number): number {
  const dot = text.indexOf(".", start);
  return dot < 0 ? text.length : dot;
}

function endOfQuoted(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== "`") at += text[at] === "\\" ? 2 : 1;
  if (at >= text.length || (at + 1 < text.length && text[at + 1] !== ".")) throw malformed();
  return at + 1;
}

function segmentOf(text: string): string {
  const isQuoted = text.startsWith("`");
  if (!(isQuoted ? quotedSegment : plainSegment).test(text)) throw malformed();
  const segment = isQuoted ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text;
  if (reservedSegment.test(segment)) throw invalid("A field path holds a reserved name of the form __x__.");
  return segment;
}

function formatSegment(segment: string): string {
  if (plainSegment.test(segment)) return segment;
  return `\`${segment.replace(/[\\`]/g, "\\$&")}\``;
}

const malformed = () => invalid("A field path is malformed.");
