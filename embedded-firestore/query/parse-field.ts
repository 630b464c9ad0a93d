import type { WireField } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import { formatFieldPath, parseFieldPath } from "../values/field-path.ts";
import type { FieldPath } from "../values/value.ts";

export const nameField = "__name__";
const reserved = /^__.*__$/s;

/** A field path in its canonical text and its segments; the segments of `__name__` are null. */
export function parseField(wire: WireField | null | undefined): { path: string; field: FieldPath | null } {
  const text = wire?.fieldPath ?? "";
  if (text === nameField) return { path: nameField, field: null };
  const field = parseFieldPath(text);
  if (field.length === 1 && field[0] === nameField) return { path: nameField, field: null };
  if (field.some((segment) => reserved.test(segment))) throw invalid("A field path has a reserved name.");
  return { path: formatFieldPath(field), field };
}
