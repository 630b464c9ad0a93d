import { beforeEach, describe, expect, it } from "vitest";
import type { WireWrite } from "@/embedded-firestore/protocol/messages";
import { code } from "@/embedded-firestore/protocol/status";
import type { Value } from "@/embedded-firestore/values/value";
import { vector } from "../values/arbitrary-value";
import { Documents, fieldsOf, integer, map, nameOf } from "./map-writer";

const path = "c/d";
let documents: Documents;

beforeEach(() => {
  documents = new Documents();
});

describe("an update with a mask", () => {
  it.each([
    [
      "sets the fields it names",
      { a: integer(1), b: integer(2) },
      { b: integer(3), c: integer(4) },
      ["b", "c"],
      { a: integer(1), b: integer(3), c: integer(4) },
    ],
    [
      "leaves fields out that it does not name",
      { a: integer(1) },
      { b: integer(3), c: integer(4) },
      ["b"],
      { a: integer(1), b: integer(3) },
    ],
    [
      "removes a named field that is not sent",
      { a: integer(1), b: integer(2) },
      {},
      ["b", "z"],
      { a: integer(1) },
    ],
    [
      "sets a field inside a map",
      { a: map({ x: integer(1), y: integer(2) }) },
      { a: map({ x: integer(9) }) },
      ["a.x"],
      { a: map({ x: integer(9), y: integer(2) }) },
    ],
    [
      "removes the last field of a map and keeps the map",
      { a: map({ x: integer(1) }) },
      {},
      ["a.x"],
      { a: map({}) },
    ],
    [
      "replaces what is no map when a field inside it is set",
      { a: integer(1) },
      { a: map({ x: integer(9) }) },
      ["a.x"],
      { a: map({ x: integer(9) }) },
    ],
    [
      "replaces a vector when a field inside it is set",
      { a: vector([1]) },
      { a: map({ x: integer(9) }) },
      ["a.x"],
      { a: map({ x: integer(9) }) },
    ],
    ["removes nothing from what is no map", { a: integer(1) }, {}, ["a.x"], { a: integer(1) }],
    ["removes nothing from what is not there", { b: integer(1) }, {}, ["a.x.y"], { b: integer(1) }],
    [
      "takes paths that overlap one after the other",
      { a: integer(1) },
      { a: map({ x: integer(9), y: integer(8) }) },
      ["a", "a.x"],
      { a: map({ x: integer(9), y: integer(8) }) },
    ],
    ["names a field with a dot in backticks", {}, { "a.b": integer(2) }, ["`a.b`"], { "a.b": integer(2) }],
    ["changes nothing when it names nothing", { a: integer(1) }, { a: integer(2) }, [], { a: integer(1) }],
  ] as [string, Record<string, Value>, Record<string, Value>, string[], Record<string, Value>][])(
    "%s",
    (_, before, sent, fieldPaths, after) => {
      documents.commit(set(before));
      documents.commit({ ...set(sent), updateMask: { fieldPaths } });
      expect(documents.entries(path)).toEqual(after);
    },
  );

  it("creates a document, even an empty one", () => {
    documents.commit({ ...set({}), updateMask: { fieldPaths: [] } });
    expect(documents.entries(path)).toEqual({});
  });

  it("is refused for a malformed path before anything else is looked at", () => {
    const write = { ...set({}), updateMask: { fieldPaths: ["a..b"] }, currentDocument: { exists: true } };
    expect(() => documents.commit(write)).toThrow(expect.objectContaining({ code: code.invalidArgument }));
  });
});

function set(entries: Record<string, Value>): WireWrite {
  return { update: { name: nameOf(path), fields: fieldsOf(entries) } };
}
