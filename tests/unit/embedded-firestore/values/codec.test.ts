import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import protobuf from "protobufjs";
import { describe, expect, it } from "vitest";
import {
  decodeFields,
  decodeValue,
  encodeFields,
  encodeValue,
  readValue,
  writeValue,
} from "@/embedded-firestore/values/codec";
import { hasSameFields, isSame } from "@/embedded-firestore/values/same";
import type { Fields, Value } from "@/embedded-firestore/values/value";
import { anyFields, anyValue } from "./arbitrary-value";

const sdk = dirname(createRequire(import.meta.url).resolve("@google-cloud/firestore/package.json"));
const protos = join(sdk, "build", "protos", "v1.json");
const root = protobuf.Root.fromJSON(JSON.parse(readFileSync(protos, "utf8")));
const ValueType = root.lookupType("google.firestore.v1.Value");
const DocumentType = root.lookupType("google.firestore.v1.Document");

describe("the codec of values", () => {
  it("reads what protobufjs writes", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const bytes = ValueType.encode(ValueType.create(toMessage(value))).finish();
        expect(isSame(decodeValue(bytes), value)).toBe(true);
      }),
    );
  });

  it("writes what protobufjs reads as it reads its own", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const theirs = ValueType.encode(ValueType.create(toMessage(value))).finish();
        expect(plain(encodeValue(value))).toEqual(plain(theirs));
      }),
    );
  });

  it("reads and writes a document's fields", () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const message = DocumentType.create({
          name: "x",
          fields: toMessages(fields),
          createTime: { seconds: 5 },
        });
        const decoded = decodeFields(DocumentType.encode(message).finish());
        expect(hasSameFields(decoded, fields)).toBe(true);
        expect(hasSameFields(decodeFields(encodeFields(fields)), fields)).toBe(true);
      }),
    );
  });

  it("stands in for protobufjs's own codec inside a message", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const bytes = writeValue(value, protobuf.Writer.create().uint32(10).fork())
          .ldelim()
          .uint32(16)
          .int32(7)
          .finish();
        const reader = protobuf.Reader.create(bytes);
        reader.uint32();
        expect(isSame(readValue(reader, reader.uint32()), value)).toBe(true);
        expect([reader.uint32(), reader.int32()]).toEqual([16, 7]);
      }),
    );
  });

  it.each([1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152])("carries a text of %i bytes", (length) => {
    const fields: Fields = new Map([["a", { kind: "string", value: "x".repeat(length) }]]);
    expect(hasSameFields(decodeFields(encodeFields(fields)), fields)).toBe(true);
  });

  it("skips fields it does not know", () => {
    const bytes = protobuf.Writer.create().uint32(800).int64(-1).uint32(809).double(1).uint32(0x8a);
    bytes.string("x").uint32(805).fixed32(1).uint32(802).bytes(new Uint8Array(3));
    expect(decodeValue(bytes.finish())).toEqual({ kind: "string", value: "x" });
  });

  it.each([
    ["a value without a type", [0x12, 0x05, 0x0a, 0x01, 0x61, 0x12, 0x00]],
    ["a field without a value", [0x12, 0x03, 0x0a, 0x01, 0x61]],
    ["a text cut short", [0x12, 0x08, 0x0a, 0x01, 0x61, 0x12, 0x03, 0x8a, 0x01, 0x09]],
    ["a number without end", [0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ["a double cut short", [0x12, 0x07, 0x0a, 0x01, 0x61, 0x12, 0x02, 0x19, 0x01]],
    ["a group", [0x13]],
    ["half a surrogate pair", [0x12, 0x0b, 0x0a, 0x01, 0x61, 0x12, 0x06, 0x8a, 0x01, 0x03, 0xed, 0xa0, 0x80]],
  ])("refuses %s with INVALID_ARGUMENT", (_, bytes) => {
    expect(() => decodeFields(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 3 }));
  });

  it("refuses bytes cut anywhere, or reads them as fewer fields", () => {
    fc.assert(
      fc.property(anyFields, fc.nat(), (fields, at) => {
        const bytes = encodeFields(fields);
        const cut = bytes.subarray(0, at % (bytes.length + 1));
        try {
          expect(decodeFields(cut).size).toBeLessThanOrEqual(fields.size);
        } catch (error) {
          expect(error).toMatchObject({ code: 3 });
        }
      }),
    );
  });

  it("refuses values nested beyond all limits instead of running out of stack", () => {
    let value: Value = { kind: "null" };
    for (let depth = 0; depth < 500; depth++) value = { kind: "array", values: [value] };
    const bytes = encodeValue(value);
    expect(() => decodeValue(bytes)).toThrow(expect.objectContaining({ code: 3 }));
  });
});

const plain = (bytes: Uint8Array) =>
  ValueType.toObject(ValueType.decode(bytes), { longs: String, bytes: String, defaults: true });

const longOf = (value: bigint) => {
  const bits = BigInt.asUintN(64, value);
  return { low: Number(bits & 0xffffffffn) | 0, high: Number(bits >> 32n) | 0, unsigned: false };
};

type Message = Record<string, unknown>;

function toMessage(value: Value): Message {
  switch (value.kind) {
    case "null":
      return { nullValue: 0 };
    case "boolean":
      return { booleanValue: value.value };
    case "integer":
      return { integerValue: longOf(value.value) };
    case "double":
      return { doubleValue: value.value };
    case "timestamp":
      return {
        timestampValue: { seconds: longOf(BigInt(value.seconds)), nanos: value.nanos },
      };
    case "string":
      return { stringValue: value.value };
    case "bytes":
      return { bytesValue: value.value };
    case "reference":
      return { referenceValue: value.value };
    case "geoPoint":
      return { geoPointValue: { latitude: value.latitude, longitude: value.longitude } };
    case "array":
      return { arrayValue: { values: value.values.map(toMessage) } };
    case "map":
      return { mapValue: { fields: toMessages(value.fields) } };
  }
}

function toMessages(fields: Fields): Message {
  return Object.fromEntries([...fields].map(([name, value]) => [name, toMessage(value)]));
}
