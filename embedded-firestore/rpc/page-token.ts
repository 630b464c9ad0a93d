import { invalid } from "../protocol/status.ts";

/** A page token: the last id of the page before, so that the next one goes on after it. */
export const writePageToken = (lastId: string): string => Buffer.from(lastId).toString("base64url");

/** The id to go on after; null for the first page. INVALID_ARGUMENT for a token that is none of ours. */
export function readPageToken(token: string): string | null {
  if (token === "") return null;
  const id = Buffer.from(token, "base64url").toString();
  if (id === "" || writePageToken(id) !== token) throw invalid("The page token is not valid.");
  return id;
}
