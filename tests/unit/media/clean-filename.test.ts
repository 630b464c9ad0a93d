import { expect, it } from "vitest";
import { cleanFilename, withEnding } from "@/lib/domain/clean-filename";

it.each([
  ["../../etc/passwd", "_.._etc_passwd"],
  ["..\\..\\boot.ini", "_.._boot.ini"],
  [".htaccess", "htaccess"],
  ["a\u0000b\nc.pdf", "abc.pdf"],
  ["gpj\u202Efdp.exe", "gpjfdp.exe"],
  ['what? "this": <b>|*.txt', "what_ _this__ _b___.txt"],
  ["Łódź 🧾 résumé.pdf", "Łódź 🧾 résumé.pdf"],
  ["\ud800broken.png", "\ufffdbroken.png"],
  ["   ", "file"],
  ["...", "file"],
])("%j becomes %j", (given, clean) => {
  expect(cleanFilename(given)).toBe(clean);
});

it("cuts a long name and keeps its ending", () => {
  const clean = cleanFilename(`${"ä".repeat(400)}.jpeg`);
  expect([...clean]).toHaveLength(150);
  expect(clean).toMatch(/ä\.jpeg$/);
});

it("changes the ending of what was converted", () => {
  expect(withEnding("IMG_1.HEIC", "jpg")).toBe("IMG_1.jpg");
  expect(withEnding("no ending", "png")).toBe("no ending.png");
  expect(withEnding("a.b.c.webp", "jpg")).toBe("a.b.c.jpg");
});
