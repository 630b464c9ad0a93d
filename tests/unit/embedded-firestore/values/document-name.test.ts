import { describe, expect, it } from "vitest";
import {
  documentName,
  numberOfId,
  parseDatabase,
  parseName,
  parseParent,
} from "@/embedded-firestore/values/document-name";

const database = "projects/p/databases/(default)";
const refused = expect.objectContaining({ code: 3 });

describe("document names", () => {
  it("come apart into database, collection, group and id", () => {
    const full = `${database}/documents/rooms/1/seats/x y`;
    const name = { full, database, collection: "rooms/1/seats", group: "seats", id: "x y" };
    expect(parseName(full)).toEqual(name);
    expect(documentName(database, "rooms/1/seats", "x y")).toEqual(name);
  });

  it.each([
    "c/__id7__",
    "c/__id-7__",
    "c/__id0__",
    "c/ok.",
    "c/__",
    "c/____",
    "c/__a",
    "c/ü",
    "c/\n",
    "c/\0",
    "__a/x",
  ])("may be %j", (path) => {
    expect(parseName(`${database}/documents/${path}`).full).toBe(`${database}/documents/${path}`);
  });

  it.each([
    ...["", "c", "c/d/e", "c//x", "/c/d", "c/d/", "c/.", "c/..", "./x"],
    ...["c/__x__", "__c__/x", "__id7__/x", "c/__id07__", "c/__id-0__", "c/__id99999999999999999999__"],
    ...[`c/${"x".repeat(1_501)}`, `c/${"é".repeat(751)}`, Array(101).fill("c/d").join("/")],
  ])("are never %j", (path) => {
    expect(() => parseName(`${database}/documents/${path}`)).toThrow(refused);
  });

  it("may be as long and as deep as Firestore's", () => {
    expect(parseName(`${database}/documents/c/${"x".repeat(1_500)}`).id).toHaveLength(1_500);
    expect(parseName(`${database}/documents/${Array(100).fill("c/d").join("/")}`).group).toBe("c");
  });

  it.each([
    "",
    "projects/p",
    "projects//databases/d/documents/c/d",
    "projects/p/databases//documents/c/d",
    "x/p/databases/d",
  ])("are not without a database, as in %j", (full) => {
    expect(() => parseName(full)).toThrow(refused);
    expect(() => parseDatabase(full)).toThrow(refused);
  });

  it("have a parent: a document, or the root", () => {
    expect(parseParent(`${database}/documents`)).toEqual({ database, path: "" });
    expect(parseParent(`${database}/documents/c/d`)).toEqual({ database, path: "c/d" });
    expect(() => parseParent(database)).toThrow(refused);
    expect(() => parseParent(`${database}/documentsx/c/d`)).toThrow(refused);
  });

  it("tell the numbers of numeric ids, within 64 bits", () => {
    expect(numberOfId("__id-9223372036854775808__")).toBe(-(2n ** 63n));
    expect(numberOfId("__id9223372036854775808__")).toBeUndefined();
    expect(numberOfId("id7")).toBeUndefined();
  });
});
