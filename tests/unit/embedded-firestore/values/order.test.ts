import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyPart } from "@/embedded-firestore/values/index-key";
import {
  compareBytes,
  compareValues,
  encodeOrder,
  isEqual,
  typePrefix,
} from "@/embedded-firestore/values/order";
import type { Value } from "@/embedded-firestore/values/value";
import { anyValue } from "./arbitrary-value";
import { compareIndependently } from "./compare-independently";

const runs = { numRuns: 3_000 };
const integer = (value: bigint): Value => ({ kind: "integer", value });
const double = (value: number): Value => ({ kind: "double", value });

describe("the order of values", () => {
  it("is the order of their bytes", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const expected = Math.sign(compareIndependently(a, b));
        expect(compareBytes(encodeOrder(a), encodeOrder(b))).toBe(expected);
        expect(Math.sign(compareValues(a, b))).toBe(expected);
        expect(isEqual(a, b)).toBe(expected === 0);
      }),
      runs,
    );
  });

  it("turns round in the bytes of a descending part", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const expected = Math.sign(compareIndependently(b, a));
        expect(compareBytes(keyPart(a, "desc"), keyPart(b, "desc"))).toBe(expected);
      }),
      runs,
    );
  });

  it("holds whatever follows, for no value's bytes start with another's", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [left, right] = [Buffer.from(encodeOrder(a)), Buffer.from(encodeOrder(b))];
        const starts = right.subarray(0, left.length).equals(left);
        expect(starts).toBe(isEqual(a, b));
      }),
      runs,
    );
  });

  it("keeps each type behind its own first byte", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(encodeOrder(value)[0]).toBe(typePrefix(value)[0]);
      }),
    );
  });

  it("tells integers beyond 2^53 from the doubles beside them", () => {
    const ascending = [
      double(Number.NaN),
      double(-Infinity),
      double(-(2 ** 63)),
      integer(-(2n ** 63n) + 1n),
      integer(-(2n ** 53n) - 1n),
      double(-(2 ** 53)),
      double(-5e-324),
      double(-0),
      double(5e-324),
      double(2 ** 53),
      integer(2n ** 53n + 1n),
      double(2 ** 53 + 2),
      integer(2n ** 63n - 1n),
      double(2 ** 63),
      double(Infinity),
    ];
    const sorted = [...ascending].reverse().sort(compareValues);
    expect(sorted).toEqual(ascending);
  });

  it("takes 1 and 1.0, 0 and -0, NaN and NaN for the same", () => {
    expect(isEqual(integer(1n), double(1))).toBe(true);
    expect(isEqual(integer(0n), double(-0))).toBe(true);
    expect(isEqual(double(Number.NaN), double(Number.NaN))).toBe(true);
    expect(isEqual(integer(2n ** 53n + 1n), double(2 ** 53))).toBe(false);
  });
});
