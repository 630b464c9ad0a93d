import type { WireTransform, WireWrite } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import { checkFields, checkValue } from "../values/limits.ts";

/** Refuses a write that is malformed whatever is stored. Throws INVALID_ARGUMENT. */
export function checkWrite(write: WireWrite): void {
  if (write.update) {
    checkFields(write.update.fields);
    checkTransforms(write.updateTransforms);
    return;
  }
  const kind = write.transform ? "transform" : "delete";
  if (write.updateMask) throw invalid(`a ${kind} must not specify a document mask.`);
  if (write.updateTransforms?.length) throw invalid(`a ${kind} must not specify a update transform.`);
  if (!write.transform) return;
  if (!write.transform.fieldTransforms?.length)
    throw invalid("The list of FieldTransform must not be empty.");
  checkTransforms(write.transform.fieldTransforms);
}

function checkTransforms(transforms: WireTransform[] | null | undefined): void {
  if (!transforms?.length) return;
  for (const transform of transforms) checkOperands(transform);
  if (transforms.length > 1) checkNoneInside(transforms.map((transform) => transform.fieldPath ?? ""));
}

function checkOperands(transform: WireTransform): void {
  if (transform.fieldPath === "__name__") throw invalid("A document's name cannot be transformed.");
  const { setToServerValue, increment, maximum, minimum, appendMissingElements, removeAllFromArray } =
    transform;
  const elements = appendMissingElements ?? removeAllFromArray;
  if (elements) {
    for (const value of elements.values) checkValue(value);
    return;
  }
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
