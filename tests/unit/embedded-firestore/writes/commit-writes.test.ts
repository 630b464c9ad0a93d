import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { WirePrecondition, WireWrite } from "@/embedded-firestore/protocol/messages";
import { code } from "@/embedded-firestore/protocol/status";
import { hasSameFields } from "@/embedded-firestore/values/same";
import type { Value } from "@/embedded-firestore/values/value";
import { anyFields } from "../values/arbitrary-value";
import { array, Documents, double, fieldsOf, integer, map, nameOf, text } from "./map-writer";

const path = "c/d";
const refusal = (status: number) => expect.objectContaining({ code: status });
let documents: Documents;

beforeEach(() => {
  documents = new Documents();
});

describe("a precondition", () => {
  const stale: WirePrecondition = { updateTime: { seconds: 5, nanos: 1_000 } };

  it.each([
    ["exists", { exists: true }, code.notFound],
    ["was last updated at a time", stale, code.failedPrecondition],
  ] as [string, WirePrecondition, number][])(
    "that the document %s fails when it is not there",
    (_, currentDocument, status) => {
      expect(() => documents.commit({ ...set({}), currentDocument })).toThrow(refusal(status));
      expect(() => documents.commit({ ...remove, currentDocument })).toThrow(refusal(status));
      expect(() => documents.commit({ ...increment, currentDocument })).toThrow(refusal(status));
    },
  );

  it.each([
    ["does not exist", { exists: false }, code.alreadyExists],
    ["was last updated at another time", stale, code.failedPrecondition],
  ] as [string, WirePrecondition, number][])(
    "that the document %s fails when it is there",
    (_, currentDocument, status) => {
      documents.commit(set({ a: integer(1) }));
      expect(() => documents.commit({ ...set({}), currentDocument })).toThrow(refusal(status));
      expect(() => documents.commit({ ...remove, currentDocument })).toThrow(refusal(status));
      expect(documents.entries(path)).toEqual({ a: integer(1) });
    },
  );

  it("holds for the time of the last update, which the commit says", () => {
    const [created] = documents.commit({ ...set({}), currentDocument: { exists: false } });
    documents.commit({ ...set({ a: integer(1) }), currentDocument: at(created?.updateTime) });
    expect(() => documents.commit({ ...remove, currentDocument: at(created?.updateTime) })).toThrow(
      refusal(code.failedPrecondition),
    );
  });

  it("asks for no finer time than there is", () => {
    const currentDocument = { updateTime: { seconds: 5, nanos: 1_001 } };
    expect(() => documents.commit({ ...set({}), currentDocument })).toThrow(refusal(code.invalidArgument));
  });

  it("that is empty asks for nothing", () => {
    documents.commit({ ...set({}), currentDocument: {} });
    expect(documents.entries(path)).toEqual({});
  });
});

describe("several writes to one document", () => {
  const create = { ...set({ i: integer(1) }), currentDocument: { exists: false } };
  const update = { ...set({ u: integer(1) }), currentDocument: { exists: true } };
  const upsert = set({ s: integer(1) });

  it("see what those before them did, and are stored once", () => {
    const results = documents.commit(create, { ...update, updateMask: { fieldPaths: ["u"] } }, increment);
    expect(documents.entries(path)).toEqual({ i: integer(1), u: integer(1), n: integer(1) });
    expect(documents.calls).toEqual(["put d"]);
    expect(results.map((result) => result.updateTime)).toEqual(Array(3).fill(documents.time));
  });

  it.each([
    ["create, create", [create, create]],
    ["set, create", [upsert, create]],
    ["increment, create", [increment, create]],
    ["update, create", [update, create]],
    ["delete, update", [remove, update]],
    ["delete, delete what exists", [remove, { ...remove, currentDocument: { exists: true } }]],
    ["create, delete, update", [create, remove, update]],
    ["set, update of a given time", [upsert, { ...upsert, currentDocument: { updateTime: { seconds: 5 } } }]],
  ] as [string, WireWrite[]][])("contradict each other: %s", (_, writes) => {
    for (const isThere of [false, true]) {
      documents = new Documents();
      if (isThere) documents.commit(set({ z: integer(1) }));
      expect(() => documents.commit(...writes)).toThrow(refusal(code.invalidArgument));
    }
  });

  it.each([
    ["set, delete, create", [upsert, remove, create], { i: integer(1) }],
    ["delete, create, delete", [remove, create, remove], null],
    ["delete, increment, update", [remove, increment, update], { u: integer(1) }],
    ["set, update", [upsert, update], { u: integer(1) }],
    ["create, delete what exists", [create, { ...remove, currentDocument: { exists: true } }], null],
  ] as [string, WireWrite[], Record<string, Value> | null][])("may follow: %s", (_, writes, after) => {
    documents.commit(...writes);
    expect(documents.entries(path)).toEqual(after);
  });

  it("may ask for the same update time", () => {
    const [created] = documents.commit(create);
    const currentDocument = at(created?.updateTime);
    documents.commit({ ...upsert, currentDocument }, { ...remove, currentDocument });
    expect(documents.entries(path)).toBeNull();
  });

  it("give a document that was deleted between them a new creation time", () => {
    documents.commit(upsert);
    documents.commit(upsert, remove, upsert);
    expect(documents.calls).toEqual(["delete d", "put d"]);
    expect(documents.stored.get(nameOf(path))?.createdAt).toBe(documents.time);
  });
});

describe("a write that changes nothing", () => {
  it("keeps the update time, says it, and stores nothing", () => {
    const fields = { a: double(Number.NaN), m: map({ x: integer(1), y: array(text("q")) }) };
    const [first] = documents.commit(set(fields));
    const [again] = documents.commit(
      set({ m: map({ y: array(text("q")), x: integer(1) }), a: double(Number.NaN) }),
    );
    expect(again?.updateTime).toBe(first?.updateTime);
    expect(documents.calls).toEqual([]);
    documents.commit(set({ a: integer(1) }), set(fields));
    expect(documents.calls).toEqual([]);
  });

  it.each([
    ["1 and 1.0", integer(1), double(1)],
    ["0 and -0", double(0), double(-0)],
  ])("is none when it turns %s into each other", (_, before, after) => {
    documents.commit(set({ a: before }));
    documents.commit(set({ a: after }));
    expect(documents.calls).toEqual(["put d"]);
  });

  it("is the deletion of what is not there, which has no update time", () => {
    expect(documents.commit(remove)).toEqual([{ updateTime: null, transformResults: [] }]);
    expect(documents.calls).toEqual([]);
  });
});

describe("a commit", () => {
  it("stores any fields as they were sent, timestamps cut to microseconds", () => {
    fc.assert(
      fc.property(anyFields.filter(isStorable), (fields) => {
        documents.commit({ update: { name: nameOf(path), fields } });
        expect(hasSameFields(new Map(Object.entries(documents.entries(path) ?? {})), fields)).toBe(true);
      }),
    );
    const fine: Value = { kind: "timestamp", seconds: -5, nanos: 999_999_999 };
    documents.commit(set({ a: array(map({ t: fine })) }));
    expect(documents.entries(path)).toEqual({ a: array(map({ t: { ...fine, nanos: 999_999_000 } })) });
  });

  it("makes all writes or none", () => {
    const missing = {
      update: { name: nameOf("c/e"), fields: fieldsOf({}) },
      currentDocument: { exists: true },
    };
    expect(() => documents.commit(set({}), missing)).toThrow(refusal(code.notFound));
    expect(documents.calls).toEqual([]);
  });

  it.each([
    ["no operation", {}],
    ["a mask on a deletion", { ...remove, updateMask: {} }],
    [
      "transforms on a deletion",
      { ...remove, updateTransforms: [{ fieldPath: "a", increment: integer(1) }] },
    ],
    ["a mask on a transform", { ...increment, updateMask: {} }],
    ["a malformed name", { delete: nameOf("c") }],
    ["a name in another database", { delete: "projects/p/databases/other/documents/c/d" }],
    ["a field name that is reserved", set({ __x__: integer(1) })],
    [
      "a document that grows too deep by a path",
      {
        ...increment,
        transform: {
          document: nameOf(path),
          fieldTransforms: [{ fieldPath: Array(30).fill("a").join("."), increment: integer(1) }],
        },
      },
    ],
  ] as [string, WireWrite][])("refuses %s with INVALID_ARGUMENT", (_, write) => {
    expect(() => documents.commit(write)).toThrow(refusal(code.invalidArgument));
  });
});

const remove: WireWrite = { delete: nameOf(path) };
const increment: WireWrite = {
  transform: { document: nameOf(path), fieldTransforms: [{ fieldPath: "n", increment: integer(1) }] },
};

function set(entries: Record<string, Value>): WireWrite {
  return { update: { name: nameOf(path), fields: fieldsOf(entries) } };
}

function at(micros: number | null | undefined): WirePrecondition {
  const time = micros ?? 0;
  return { updateTime: { seconds: Math.floor(time / 1e6), nanos: (time % 1e6) * 1_000 } };
}

/** Whether the fields keep to rules that arbitrary ones may break. */
function isStorable(fields: Map<string, Value>): boolean {
  try {
    new Documents().commit({ update: { name: nameOf(path), fields } });
    return true;
  } catch {
    return false;
  }
}
