import { z } from "zod";
import { fail, ok, type Result } from "./result";

const Parts = z.tuple([z.union([z.number(), z.string()]), z.string()]);

/** Where a page ended: the value it was sorted by, and the document id that breaks ties. Opaque to whoever holds it. */
export type PageCursor = z.infer<typeof Parts>;

const toBase64Url = (text: string) =>
  btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const fromBase64Url = (text: string) => atob(text.replaceAll("-", "+").replaceAll("_", "/"));

export function encodePageCursor(cursor: PageCursor): string {
  return toBase64Url(encodeURIComponent(JSON.stringify(cursor)));
}

/** `bad_request` for anything that is not a cursor of ours. */
export function decodePageCursor(text: string): Result<PageCursor> {
  try {
    return ok(Parts.parse(JSON.parse(decodeURIComponent(fromBase64Url(text)))));
  } catch {
    return fail("bad_request", "The cursor is not one that this API gave.");
  }
}
