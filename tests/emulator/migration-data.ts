import type { Side, WireDocument, WireFields, WireValue } from "@/scripts/store/migrate/wire";

const map = (fields: WireFields): WireValue => ({ valueType: "mapValue", mapValue: { fields } });
const list = (...values: WireValue[]): WireValue => ({ valueType: "arrayValue", arrayValue: { values } });
const integer = (integerValue: string): WireValue => ({ valueType: "integerValue", integerValue });
const double = (doubleValue: number): WireValue => ({ valueType: "doubleValue", doubleValue });
const text = (stringValue: string): WireValue => ({ valueType: "stringValue", stringValue });
const bytes = (...values: number[]): WireValue => ({
  valueType: "bytesValue",
  bytesValue: Buffer.from(values),
});
const reference = (referenceValue: string): WireValue => ({ valueType: "referenceValue", referenceValue });
const time = (seconds: string, nanos: number): WireValue => ({
  valueType: "timestampValue",
  timestampValue: { seconds, nanos },
});

/** A field of every type, at its edges, with references into the database and out of it. */
function everyType(database: string, n: number): WireFields {
  return {
    none: { valueType: "nullValue", nullValue: "NULL_VALUE" },
    yes: { valueType: "booleanValue", booleanValue: n % 2 === 0 },
    integer: integer(String(n)),
    whole: double(n),
    largest: integer("9223372036854775807"),
    smallest: integer("-9223372036854775808"),
    minusZero: double(-0),
    notANumber: double(Number.NaN),
    infinite: double(Number.NEGATIVE_INFINITY),
    tiny: double(5e-324),
    at: time(String(1_700_000_000 + n), 123_456_000),
    longAgo: time("-62135596800", 0),
    text: text(`ä 😀 \u0000 ${n}`),
    empty: text(""),
    bytes: bytes(0, 255, n % 256),
    own: reference(`${database}/documents/people/p${n + 1}`),
    foreign: reference("projects/another/databases/(default)/documents/a/b"),
    place: { valueType: "geoPointValue", geoPointValue: { latitude: 41.1, longitude: -8.6 } },
    list: list(integer("1"), double(1), map({ inner: list(reference(`${database}/documents/x/y`)) })),
    emptyList: list(),
    emptyMap: map({}),
    vector: map({ __type__: text("__vector__"), value: list(double(1), double(2.5)) }),
    "a.b `c`": map({ zero: integer("0"), ключ: text("value") }),
  };
}

/** Documents in root collections and below, also below documents that are missing. */
export function sourceDocuments(database: string, people: number): WireDocument[] {
  const documents: WireDocument[] = [];
  const add = (path: string, fields: WireFields) =>
    documents.push({ name: `${database}/documents/${path}`, fields });
  for (let n = 0; n < people; n++) {
    add(`people/p${n}`, everyType(database, n));
    add(`people/p${n}/notes/first`, { n: integer(String(n)) });
    if (n % 10 === 0)
      add(`gone/g${n}/left/behind/deep/down`, { of: reference(`${database}/documents/gone/g${n}`) });
  }
  add("odd/ids with spaces, ünïcode and 100%", { n: integer("1") });
  add("odd-neighbour/one", { n: integer("2") });
  add("large/one", { text: text("x".repeat(900_000)) });
  return documents;
}

export async function writeAll(side: Side, documents: WireDocument[]): Promise<void> {
  for (let first = 0; first < documents.length; first += 300) {
    const writes = documents
      .slice(first, first + 300)
      .map(({ name, fields }) => ({ update: { name, fields }, currentDocument: { exists: false } }));
    const statuses = await side.batchWrite(writes);
    const failure = statuses.find((status) => status.code);
    if (failure) throw new Error(failure.message ?? "a write failed");
  }
}

/** Every document of a side by its path, with the database's name in its references replaced. */
export async function readAll(side: Side): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const collection of await side.rootCollections()) {
    for await (const { name, fields } of side.descendants(collection, null, 100_000)) {
      found.set(name.slice(side.database.length), plain(fields).replaceAll(side.database, "<database>"));
    }
  }
  return found;
}

/** Fields as text, whatever the order of keys; what JSON cannot hold is spelled out. */
function plain(fields: WireFields): string {
  return JSON.stringify(fields, (_key, value: unknown) => {
    if (typeof value === "number" && !(Number.isFinite(value) && !Object.is(value, -0))) {
      return Object.is(value, -0) ? "-0" : String(value);
    }
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
