import { describe, expect, it } from "vitest";
import { contentDisposition } from "@/lib/server/media/disposition";

const named = (filename: string) => contentDisposition("attachment", filename);

describe("contentDisposition", () => {
  it("names a plain file twice", () =>
    expect(named("receipt.pdf")).toBe(`attachment; filename="receipt.pdf"; filename*=UTF-8''receipt.pdf`));

  it("keeps every letter for those who can read them", () =>
    expect(named("Rechnung Übergröße 你好.pdf")).toBe(
      `attachment; filename="Rechnung _bergr__e __.pdf"; filename*=UTF-8''Rechnung%20%C3%9Cbergr%C3%B6%C3%9Fe%20%E4%BD%A0%E5%A5%BD.pdf`,
    ));

  it.each([
    ['a"b.txt', "a_b.txt"],
    ["a\r\nX-Evil: 1.txt", "aX-Evil_ 1.txt"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\temp\\x.exe", "C__temp_x.exe"],
    ["harmless\u202Efdp.exe", "harmlessfdp.exe"],
    [".htaccess", "htaccess"],
    ["\u0000", "file"],
    ["", "file"],
    ["50%.txt", "50_.txt"],
    ["emoji 😀.png", "emoji __.png"],
    ["half \ud83d.png", "half _.png"],
  ])("takes what is dangerous out of %j", (filename, ascii) =>
    expect(/filename="([^"]*)"/.exec(named(filename))?.[1]).toBe(ascii),
  );

  it("is plain ASCII that a header can carry, whatever the name", () => {
    for (const filename of ["\u202E\n\t", "ü".repeat(400), "a;b='c'.txt", "\u2028x"]) {
      expect(named(filename)).toMatch(/^[\x20-\x7e]+$/);
      expect(() => new Headers({ "content-disposition": named(filename) })).not.toThrow();
    }
  });

  it("shortens a long name and keeps its ending", () => {
    const name = /filename="([^"]*)"/.exec(named(`${"a".repeat(500)}.docx`))?.[1];
    expect(name).toHaveLength(150);
    expect(name).toMatch(/a\.docx$/);
  });
});
