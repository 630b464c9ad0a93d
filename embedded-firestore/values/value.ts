/** A Firestore value. Integers are 64 bits wide; timestamps keep microseconds; map keys are in the order they came. */
export type Value =
  | { kind: "null" }
  | { kind: "boolean"; value: boolean }
  | { kind: "integer"; value: bigint }
  | { kind: "double"; value: number }
  | { kind: "timestamp"; seconds: number; nanos: number }
  | { kind: "string"; value: string }
  | { kind: "bytes"; value: Uint8Array }
  | { kind: "reference"; value: string }
  | { kind: "geoPoint"; latitude: number; longitude: number }
  | { kind: "array"; values: Value[] }
  | { kind: "map"; fields: Fields };

/** The fields of a document or a map. A Map, because a field may be called `constructor` or `__proto__`. */
export type Fields = Map<string, Value>;

/** A field path, its segments unescaped: `a.b` is ["a", "b"], `` `a.b` `` is ["a.b"]. */
export type FieldPath = readonly string[];
