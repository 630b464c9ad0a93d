type Message = Record<string, unknown>;
type Time = { seconds?: string; nanos?: number };

/** Times after this are the server's own and differ from engine to engine. */
const oldest = 1_000_000_000;

/** A document without its times, but with whether it was changed since it was made; map keys in order. */
export function describeDocument(found: unknown) {
  const { name, fields, createTime, updateTime } = found as Message;
  return {
    name,
    fields: describeValues((fields as Message) ?? {}),
    // A missing one that is listed was never made; the emulator tells when it was deleted.
    isAsMade: createTime ? JSON.stringify(createTime) === JSON.stringify(updateTime) : "missing",
  };
}

/** Values in a form that JSON keeps apart: NaN, -0 and infinities are words, keys are sorted. */
export function describeValues(fields: Message): Message {
  const names = Object.keys(fields).sort();
  return Object.fromEntries(names.map((name) => [name, describeValue(fields[name] as Message)]));
}

function describeValue(value: Message): unknown {
  if ("doubleValue" in value)
    return { double: Object.is(value.doubleValue, -0) ? "-0" : String(value.doubleValue) };
  if ("geoPointValue" in value) {
    const { latitude = 0, longitude = 0 } = value.geoPointValue as { latitude?: number; longitude?: number };
    return { place: [latitude, longitude] };
  }
  if ("timestampValue" in value) return describeTime(value.timestampValue as Time);
  if ("arrayValue" in value)
    return ((value.arrayValue as { values?: Message[] }).values ?? []).map(describeValue);
  if ("mapValue" in value)
    return { map: describeValues((value.mapValue as { fields?: Message }).fields ?? {}) };
  return value;
}

function describeTime({ seconds = "0", nanos = 0 }: Time) {
  return Number(seconds) > oldest ? "the server's time" : { seconds, nanos };
}
