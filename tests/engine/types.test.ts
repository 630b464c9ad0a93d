import { FieldValue, GeoPoint, Timestamp } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { ids, kindOf, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const fresh = () => world.collection().doc("it");

async function backAgain(data: Record<string, unknown>) {
  const document = fresh();
  await document.set(data);
  return (await document.get()).data();
}

describe("a value", () => {
  it("may be empty, null, or of any depth", async () => {
    const data = { map: {}, list: [], text: "", nothing: null, deep: [null, { x: [{ y: null }] }] };
    expect(await backAgain(data)).toEqual(data);
  });

  it("keeps times to the microsecond, also before 1970", async () => {
    const data = await backAgain({
      micro: new Timestamp(1_700_000_000, 123_456_000),
      nano: new Timestamp(1_700_000_000, 123_456_789),
      early: new Timestamp(-5, 1000),
      first: new Timestamp(-62_135_596_800, 0),
      last: new Timestamp(253_402_300_799, 999_999_000),
    });
    expect(data).toEqual({
      micro: new Timestamp(1_700_000_000, 123_456_000),
      nano: new Timestamp(1_700_000_000, 123_456_000),
      early: new Timestamp(-5, 1000),
      first: new Timestamp(-62_135_596_800, 0),
      last: new Timestamp(253_402_300_799, 999_999_000),
    });
  });

  it("may be bytes, a place or a reference", async () => {
    const document = fresh();
    const data = await backAgain({
      bytes: Buffer.from([0, 255, 1]),
      place: new GeoPoint(-23.5, -46.6),
      to: document,
    });
    expect(Buffer.from([0, 255, 1]).equals(data?.bytes)).toBe(true);
    expect(data?.place.isEqual(new GeoPoint(-23.5, -46.6))).toBe(true);
    expect(data?.to.path).toBe(document.path);
  });

  it("may be any number", async () => {
    const db = world.client({ useBigInt: true });
    const document = db.doc(fresh().path);
    const numbers = {
      nan: Number.NaN,
      infinite: Infinity,
      small: 5e-324,
      half: 0.5,
      max: 2n ** 63n - 1n,
      min: -(2n ** 63n),
      odd: 9007199254740993n,
    };
    await document.set({ ...numbers, minusZero: -0 });
    const data = (await document.get()).data() ?? {};
    const { minusZero, ...rest } = data;
    expect(rest).toEqual(numbers);
    expect(Number(minusZero)).toBeCloseTo(0);
  });

  it("stays an integer or a double", async () => {
    const document = fresh();
    await document.set({ integer: 1, double: 1.5, large: 2 ** 40, negative: -7 });
    const read = await document.get();
    expect(["integer", "double", "large", "negative"].map((field) => kindOf(read, field))).toEqual([
      ...["integerValue", "doubleValue", "integerValue", "integerValue"],
    ]);
  });

  it("may be a vector", async () => {
    const data = await backAgain({ v: FieldValue.vector([1, 2.5, -3]) });
    expect(data?.v.toArray()).toEqual([1, 2.5, -3]);
  });

  it("may be any text, as value, id and field name", async () => {
    const text = "👨‍👩‍👧‍👦 olá ça ñ 你好 مرحبا \u0000 \u{1F1E7}\u{1F1F7} e\u0301";
    const document = world.collection().doc("👍-é-你");
    await document.set({ text, "🙂": { ключ: text } });
    expect((await document.get()).data()).toEqual({ text, "🙂": { ключ: text } });
    expect(ids(await document.parent.where("text", "==", text).get())).toEqual(["👍-é-你"]);
  });
});

describe("an id", () => {
  it("may hold signs, dots and blanks", async () => {
    const names = [
      "+5511999@c.us",
      "a:b:c",
      "x y",
      "100%",
      "a.b",
      "wamid.HBgN==",
      "(default)",
      "...",
      "_",
      "#?&",
    ];
    const things = world.collection();
    for (const name of names) await things.doc(name).set({ name });
    expect(ids(await things.get()).sort()).toEqual([...names].sort());
    for (const name of names) expect((await things.doc(name).get()).get("name")).toBe(name);
  });

  it("is told apart from one that differs in form only", async () => {
    const things = world.collection();
    await things.doc("e\u0301").set({ form: "two" });
    await things.doc("\u00e9").set({ form: "one" });
    expect((await things.doc("\u00e9").get()).get("form")).toBe("one");
    expect((await things.get()).size).toBe(2);
  });
});

describe("a document", () => {
  it("may have 300 fields and an array of 10,000", async () => {
    const fields = Object.fromEntries(upTo(300).map((i) => [`f${i}`, i]));
    const data = await backAgain({ ...fields, list: upTo(10_000) });
    expect(Object.keys(data ?? {})).toHaveLength(301);
    expect(data?.list).toEqual(upTo(10_000));
  });
});
