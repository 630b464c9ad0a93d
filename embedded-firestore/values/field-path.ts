import { invalid } from "../protocol/status.ts";
import type { FieldPath, Fields, Value } from "./value.ts";

const plainSegment = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const maxPathBytes = 1_500;

/** Takes a field path as Firestore writes it apart: dots between segments, other names in backticks. INVALID_ARGUMENT when it is none. */
export function parseFieldPath(text: string): FieldPath {
  if (Buffer.byteLength(text) > maxPathBytes * 2) throw invalid("A field path is longer than 1500 bytes.");
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
    if (value?.kind !== "map") return undefined;
    value = value.fields.get(path[index] as string);
  }
  return value;
}

/**
 * The fields with the one at `path` set, or removed when `value` is undefined. What is on the way and no map becomes a
 * map when a value is set, and stays when one is removed. The given fields do not change.
 */
export function withField(fields: Fields, path: FieldPath, value: Value | undefined): Fields {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) return withOwn(fields, name, value);
  const parent = fields.get(name);
  if (parent?.kind === "map") {
    const inner = withField(parent.fields, rest, value);
    return inner === parent.fields ? fields : withOwn(fields, name, { kind: "map", fields: inner });
  }
  if (value === undefined) return fields;
  return withOwn(fields, name, { kind: "map", fields: withField(new Map(), rest, value) });
}

function withOwn(fields: Fields, name: string, value: Value | undefined): Fields {
  if (value === undefined && !fields.has(name)) return fields;
  const changed = new Map(fields);
  if (value === undefined) changed.delete(name);
  else changed.set(name, value);
  return changed;
}

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
  if (plainSegment.test(text)) return text;
  if (text.length < 3 || text[0] !== "`") throw malformed();
  return text.slice(1, -1).replace(/\\(.)/gs, "$1");
}

function formatSegment(segment: string): string {
  if (plainSegment.test(segment)) return segment;
  return `\`${segment.replace(/[\\`]/g, "\\$&")}\``;
}

const malformed = () => invalid("A field path is malformed.");
