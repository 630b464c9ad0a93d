import type { WireFields, WireValue } from "./wire";

/** The same fields with references into one database made to point into another. Those to elsewhere stay as they are. */
export function rewriteReferences(fields: WireFields, from: string, to: string): WireFields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, rewrite(value, from, to)]));
}

function rewrite(value: WireValue, from: string, to: string): WireValue {
  if (value.referenceValue?.startsWith(`${from}/`)) {
    return { ...value, referenceValue: to + value.referenceValue.slice(from.length) };
  }
  if (value.arrayValue) {
    const values = (value.arrayValue.values ?? []).map((one) => rewrite(one, from, to));
    return { ...value, arrayValue: { values } };
  }
  if (value.mapValue) {
    return { ...value, mapValue: { fields: rewriteReferences(value.mapValue.fields ?? {}, from, to) } };
  }
  return value;
}

/** About how many bytes fields take on the wire. */
export function approximateBytes(fields: WireFields): number {
  let bytes = 0;
  for (const [key, value] of Object.entries(fields)) bytes += key.length + 8 + valueBytes(value);
  return bytes;
}

function valueBytes(value: WireValue): number {
  if (value.stringValue) return value.stringValue.length * 3;
  if (value.bytesValue) return value.bytesValue.length;
  if (value.referenceValue) return value.referenceValue.length;
  if (value.arrayValue)
    return (value.arrayValue.values ?? []).reduce((sum, one) => sum + 8 + valueBytes(one), 0);
  if (value.mapValue) return approximateBytes(value.mapValue.fields ?? {});
  return 16;
}
