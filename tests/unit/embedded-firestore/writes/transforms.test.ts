import { describe, expect, it } from "vitest";
import type { WireTransform } from "@/embedded-firestore/protocol/messages";
import type { Value } from "@/embedded-firestore/values/value";
import { vector } from "../values/arbitrary-value";
import { array, Documents, double, fieldsOf, integer, map, nameOf, text } from "./map-writer";

const path = "c/d";
const nothing: Value = { kind: "null" };
const greatest = 2n ** 63n - 1n;
const refused = expect.objectContaining({ code: 3 });

describe("field transforms", () => {
  it.each([
    ["integers", integer(5), integer(3), integer(8)],
    ["integers at their greatest", integer(greatest - 5n), integer(10), integer(greatest)],
    ["integers at their least", integer(-greatest), integer(-10), integer(-greatest - 1n)],
    ["an integer by a double", integer(5), double(1.5), double(6.5)],
    ["a double by an integer", double(1.5), integer(2), double(3.5)],
    ["a double to a whole number, which stays a double", double(1.5), double(0.5), double(2)],
    ["what is no number, as if it were absent", text("x"), integer(2), integer(2)],
    ["an absent field", undefined, double(2), double(2)],
    ["not a number", double(Number.NaN), integer(1), double(Number.NaN)],
  ] as Row[])("increment %s", (_, current, operand, after) => {
    expect(transform(current, { increment: operand })).toEqual({ after, result: after });
  });

  it.each([
    ["keeps the greater", integer(3), double(2.5), integer(3)],
    ["takes the greater", integer(3), double(3.5), double(3.5)],
    ["keeps the field's type when both are equal", integer(3), double(3), integer(3)],
    ["keeps -0, which equals 0", double(-0), integer(0), double(-0)],
    [
      "tells integers beyond 2^53 from doubles",
      double(2 ** 53),
      integer(2n ** 53n + 1n),
      integer(2n ** 53n + 1n),
    ],
    ["takes NaN over all", integer(3), double(Number.NaN), double(Number.NaN)],
    ["keeps NaN over all", double(Number.NaN), integer(3), double(Number.NaN)],
    ["replaces what is no number", nothing, integer(3), integer(3)],
    ["sets an absent field", undefined, integer(-3), integer(-3)],
  ] as Row[])("maximum %s", (_, current, operand, after) => {
    expect(transform(current, { maximum: operand })).toEqual({ after, result: after });
  });

  it.each([
    ["takes the smaller", integer(3), double(2.5), double(2.5)],
    ["keeps the smaller", double(2.5), integer(3), double(2.5)],
    ["keeps the field's type when both are equal", double(3), integer(3), double(3)],
    ["takes NaN", integer(3), double(Number.NaN), double(Number.NaN)],
    ["replaces what is no number", text("z"), integer(3), integer(3)],
  ] as Row[])("minimum %s", (_, current, operand, after) => {
    expect(transform(current, { minimum: operand })).toEqual({ after, result: after });
  });

  it.each([
    [
      "adds what is missing, once",
      array(integer(1)),
      [double(1), integer(2), double(2)],
      array(integer(1), integer(2)),
    ],
    [
      "leaves what was there twice",
      array(integer(1), integer(1)),
      [integer(2)],
      array(integer(1), integer(1), integer(2)),
    ],
    ["takes NaN for NaN", array(double(Number.NaN)), [double(Number.NaN)], array(double(Number.NaN))],
    [
      "takes maps for the same whatever their order",
      array(map({ a: integer(1), b: integer(2) })),
      [map({ b: double(2), a: integer(1) })],
      array(map({ a: integer(1), b: integer(2) })),
    ],
    ["replaces what is no array", vector([1]), [integer(1), integer(1)], array(integer(1))],
    ["makes an absent array", undefined, [], array()],
  ] as ArrayRow[])("array union %s", (_, current, values, after) => {
    expect(transform(current, { appendMissingElements: { values } })).toEqual({ after, result: nothing });
  });

  it.each([
    [
      "removes every equal element",
      array(integer(1), double(1), nothing, integer(2)),
      [double(1), nothing],
      array(integer(2)),
    ],
    ["makes an empty array of what is none", text("q"), [integer(1)], array()],
    ["makes an absent array", undefined, [integer(1)], array()],
  ] as ArrayRow[])("array remove %s", (_, current, values, after) => {
    expect(transform(current, { removeAllFromArray: { values } })).toEqual({ after, result: nothing });
  });

  it("set the commit's time in whole milliseconds", () => {
    const time: Value = { kind: "timestamp", seconds: 1_700_000_002, nanos: 123_000_000 };
    expect(transform(integer(1), { setToServerValue: 1 })).toEqual({ after: time, result: time });
  });

  it("follow each other, and the fields set in the same write", () => {
    const documents = new Documents();
    const [result] = documents.commit({
      update: { name: nameOf(path), fields: fieldsOf({ a: integer(5) }) },
      updateTransforms: [
        { fieldPath: "a", increment: integer(1) },
        { fieldPath: "a", increment: integer(2) },
        { fieldPath: "b.c", increment: integer(1) },
      ],
    });
    expect(documents.entries(path)).toEqual({ a: integer(8), b: map({ c: integer(1) }) });
    expect(result?.transformResults).toEqual([integer(6), integer(8), integer(1)]);
  });

  it("leave all else of a masked write's document", () => {
    const documents = new Documents();
    documents.commit({ update: { name: nameOf(path), fields: fieldsOf({ a: integer(1), b: integer(2) }) } });
    const updateTransforms: WireTransform[] = [{ fieldPath: "a", increment: integer(1) }];
    documents.commit({
      update: { name: nameOf(path), fields: fieldsOf({}) },
      updateMask: {},
      updateTransforms,
    });
    expect(documents.entries(path)).toEqual({ a: integer(2), b: integer(2) });
  });

  it.each([
    ["without an operation", [{ fieldPath: "a" }]],
    ["without a path", [{ increment: integer(1) }]],
    ["of no number by one", [{ fieldPath: "a", increment: text("x") }]],
    ["to an unknown server value", [{ fieldPath: "a", setToServerValue: 0 }]],
    ["of the document's name", [{ fieldPath: "__name__", increment: integer(1) }]],
    ["of a reserved field", [{ fieldPath: "a.__x__", increment: integer(1) }]],
    ["that put an array into an array", [{ fieldPath: "a", appendMissingElements: { values: [array()] } }]],
    [
      "of a field and one inside it",
      [
        { fieldPath: "a.b", increment: integer(1) },
        { fieldPath: "a", increment: integer(1) },
      ],
    ],
    ["that are none", []],
  ] as [string, WireTransform[]][])("are refused %s", (_, fieldTransforms) => {
    const documents = new Documents();
    expect(() => documents.commit({ transform: { document: nameOf(path), fieldTransforms } })).toThrow(
      refused,
    );
    expect(documents.entries(path)).toBeNull();
  });
});

type Row = [string, Value | undefined, Value, Value];
type ArrayRow = [string, Value | undefined, Value[], Value];

/** The field `a` after a transform of it, and what the commit says of it. */
function transform(current: Value | undefined, change: WireTransform): { after?: Value; result?: Value } {
  const documents = new Documents();
  const before = fieldsOf(current ? { a: current, z: integer(1) } : { z: integer(1) });
  documents.commit({ update: { name: nameOf(path), fields: before } });
  const fieldTransforms = [{ fieldPath: "a", ...change }];
  const [result] = documents.commit({ transform: { document: nameOf(path), fieldTransforms } });
  return { after: documents.entries(path)?.a, result: result?.transformResults[0] };
}
