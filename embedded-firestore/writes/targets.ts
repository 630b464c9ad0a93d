import type { WireWrite } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import { type DocumentName, parseName } from "../values/document-name.ts";

/** The document that a write is about. INVALID_ARGUMENT when it names none, or a malformed name. */
export function targetOf(write: WireWrite): DocumentName {
  if (write.update) return parseName(write.update.name ?? "");
  if (write.transform) return parseName(write.transform.document ?? "");
  if (typeof write.delete === "string") return parseName(write.delete);
  throw invalid("empty write operation");
}
