import type { WireTransform, WireWrite } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import { type DocumentName, parseName } from "../values/document-name.ts";
import { parseFieldPath } from "../values/field-path.ts";
import { checkFields, checkValue } from "../values/limits.ts";
import type { FieldPath, Fields } from "../values/value.ts";
import { type Precondition, preconditionOf } from "./precondition.ts";

/** A write that is well formed, whatever is stored. */
export type CheckedWrite = {
  name: DocumentName;
  precondition: Precondition;
  /** What to do before the transforms. A mask says which fields to set or remove; without one, the fields replace all. */
  change: { kind: "delete" } | { kind: "set"; fields: Fields; mask: FieldPath[] | null } | { kind: "keep" };
  transforms: { path: FieldPath; transform: WireTransform }[];
};

const noTransforms: CheckedWrite["transforms"] = [];

/** Reads a write as the client sent it. Throws INVALID_ARGUMENT when it is malformed. */
export function checkWrite(write: WireWrite): CheckedWrite {
  const precondition = preconditionOf(write);
  if (write.update) {
    const { name, fields } = write.update;
    checkFields(fields);
    const mask = write.updateMask ? (write.updateMask.fieldPaths ?? []).map(parseFieldPath) : null;
    return {
      name: parseName(name ?? ""),
      precondition,
      change: { kind: "set", fields, mask },
      transforms: checkTransforms(write.updateTransforms),
    };
  }
  const kind = write.transform ? "transform" : "delete";
  if (write.updateMask) throw invalid(`a ${kind} must not specify a document mask.`);
  if (write.updateTransforms?.length) throw invalid(`a ${kind} must not specify a update transform.`);
  if (write.transform) {
    const { document, fieldTransforms } = write.transform;
    if (!fieldTransforms?.length) throw invalid("The list of FieldTransform must not be empty.");
    const name = parseName(document ?? "");
    return { name, precondition, change: { kind: "keep" }, transforms: checkTransforms(fieldTransforms) };
  }
  if (typeof write.delete !== "string") throw invalid("empty write operation");
  return {
    name: parseName(write.delete),
    precondition,
    change: { kind: "delete" },
    transforms: noTransforms,
  };
}

function checkTransforms(transforms: WireTransform[] | null | undefined): CheckedWrite["transforms"] {
  if (!transforms?.length) return noTransforms;
  const checked = transforms.map((transform) => {
    if (transform.fieldPath === "__name__") throw invalid("A document's name cannot be transformed.");
    checkOperands(transform);
    return { path: parseFieldPath(transform.fieldPath ?? ""), transform };
  });
  if (transforms.length > 1) checkNoneInside(transforms.map((transform) => transform.fieldPath ?? ""));
  return checked;
}

function checkOperands(transform: WireTransform): void {
  const { setToServerValue, increment, maximum, minimum, appendMissingElements, removeAllFromArray } =
    transform;
  if (appendMissingElements) for (const value of appendMissingElements.values) checkValue(value, true);
  if (removeAllFromArray) for (const value of removeAllFromArray.values) checkValue(value, false);
  if (appendMissingElements || removeAllFromArray) return;
  const operand = increment ?? maximum ?? minimum;
  if (operand) {
    if (operand.kind !== "integer" && operand.kind !== "double")
      throw invalid("Input must be int64 or double.");
    return;
  }
  if (setToServerValue === 1) return;
  if (setToServerValue === undefined || setToServerValue === null)
    throw invalid("Operation type must be specified for field transformation.");
  throw invalid("ServerValue type must be specified for set_to_server_value transformation.");
}

/** A field and one inside it cannot change in the same write. */
function checkNoneInside(paths: string[]): void {
  const known = new Set(paths);
  for (const path of known)
    for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1))
      if (known.has(path.slice(0, dot)))
        throw invalid("Cannot transform a property and its nested property at the same time.");
}
