import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phoneKey, phoneVariants } from "@/lib/domain/phone-variants";

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe("phone variants", () => {
  it.each([
    ["a Brazilian mobile with the ninth digit", "5511987654321", "551187654321"],
    ["a Brazilian mobile without it", "552176543210", "5521976543210"],
    ["a Mexican number without the 1", "525512345678", "5215512345678"],
    ["a Mexican number with it", "5218112345678", "528112345678"],
    ["an Argentine number without the 9", "541123456789", "5491123456789"],
    ["an Argentine number with it", "5493511234567", "543511234567"],
  ])("know the other form of %s", (_name, number, other) => {
    expect(phoneVariants(number)).toEqual([number, other]);
  });

  it.each([
    ["a Brazilian fixed line", "551132654321"],
    ["a Brazilian mobile that never had eight digits", "5511932654321"],
    ["a Brazilian number with an area code that does not exist", "550187654321"],
    ["a Mexican number that is too short", "52155123456"],
    ["a number of another country", "4915112345678"],
    ["a North American number", "15215551234567"],
    ["something that is no number", "abc"],
    ["nothing", ""],
  ])("leave %s alone", (_name, number) => {
    expect(phoneVariants(number)).toEqual([number]);
  });

  it("begin with the number itself, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (text) => phoneVariants(text)[0] === text));
  });

  it("are the same set from each of them, and so have one key", () => {
    const number = fc
      .tuple(fc.constantFrom("55", "52", "521", "54", "549", "49", "1"), digits(10), digits(1))
      .map(([country, rest, more]) => country + rest + (country === "55" ? more : ""));
    fc.assert(
      fc.property(number, (one) => {
        const all = phoneVariants(one);
        for (const other of all) {
          expect(phoneVariants(other).toSorted()).toEqual(all.toSorted());
          expect(phoneKey(other)).toBe(phoneKey(one));
        }
      }),
    );
  });

  it("never make a fixed line of a mobile, nor of two subscribers one", () => {
    fc.assert(
      fc.property(digits(8), digits(8), (a, b) => {
        fc.pre(a !== b);
        expect(phoneKey(`5511${a}`)).not.toBe(phoneKey(`5511${b}`));
        expect(phoneVariants(`55119${a}`).some((one) => /^5511[2-5]\d{7}$/.test(one))).toBe(false);
      }),
    );
  });
});
