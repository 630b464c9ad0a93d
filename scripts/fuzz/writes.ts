import fc from "fast-check";
import { documentName, double, fieldPath, fields, integer, oddName, value, values } from "./values";
import type { Precondition, Transform, Write } from "./wire";

const precondition: fc.Arbitrary<Precondition | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.boolean().map((exists) => ({ exists })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<"latest" | "stale">("latest", "stale").map((updateTime) => ({ updateTime })),
  },
);

const number = fc.oneof(integer, double);
const transform: fc.Arbitrary<Transform> = fc.oneof(
  fieldPath.map((path) => ({ fieldPath: path, setToServerValue: "REQUEST_TIME" })),
  fc.tuple(fieldPath, number).map(([path, increment]) => ({ fieldPath: path, increment })),
  fc.tuple(fieldPath, number).map(([path, maximum]) => ({ fieldPath: path, maximum })),
  fc.tuple(fieldPath, number).map(([path, minimum]) => ({ fieldPath: path, minimum })),
  fc
    .tuple(fieldPath, values)
    .map(([path, list]) => ({ fieldPath: path, appendMissingElements: { values: list } })),
  fc
    .tuple(fieldPath, values)
    .map(([path, list]) => ({ fieldPath: path, removeAllFromArray: { values: list } })),
  fc.tuple(fieldPath, value).map(([path, increment]) => ({ fieldPath: path, increment })),
);

const transforms = fc.uniqueArray(transform, {
  minLength: 1,
  maxLength: 3,
  selector: (one) => one.fieldPath,
});
const oddPath = fc.constantFrom("a..b", "", "`", "__x__", "a b", "n.", "1a");
const mask = fc
  .uniqueArray(fc.oneof({ weight: 60, arbitrary: fieldPath }, oddPath), { maxLength: 3 })
  .map((fieldPaths) => ({ fieldPaths }));

/** Any write: set, update by a mask that may name what is not there, transforms with either, delete. */
export const write: fc.Arbitrary<Write> = fc
  .record({
    name: fc.oneof({ weight: 60, arbitrary: documentName }, oddName),
    fields,
    mask: fc.option(mask, { nil: undefined, freq: 1 }),
    transforms: fc.option(transforms, { nil: undefined, freq: 1 }),
    currentDocument: precondition,
    kind: fc.constantFrom("update", "update", "update", "update", "delete"),
  })
  .map((made) => {
    const guarded = made.currentDocument ? { currentDocument: made.currentDocument } : {};
    if (made.kind === "delete") return { delete: made.name, ...guarded };
    return {
      update: { name: made.name, fields: made.fields },
      ...(made.mask ? { updateMask: made.mask } : {}),
      ...(made.transforms ? { updateTransforms: made.transforms } : {}),
      ...guarded,
    };
  });

/** A plain set, which is never refused. */
export const set: fc.Arbitrary<Write> = fc
  .tuple(documentName, fields)
  .map(([name, found]) => ({ update: { name, fields: found } }));
