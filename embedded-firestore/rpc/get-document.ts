import { documentMessage } from "../protocol/document-message.ts";
import { maskedFieldBytes, maskPaths } from "../protocol/masked-fields.ts";
import { decodeGetDocument } from "../protocol/requests.ts";
import { code, StatusError } from "../protocol/status.ts";
import { readDocuments } from "../transactions/read-documents.ts";
import { parseName } from "../values/document-name.ts";
import type { Engine } from "./engine.ts";
import { openView } from "./view.ts";

/** One document. NOT_FOUND when there is none. */
export async function getDocument(engine: Engine, bytes: Buffer): Promise<Buffer> {
  const request = decodeGetDocument(bytes);
  const name = parseName(request.name);
  const paths = maskPaths(request.mask);
  const { reader, transaction } = openView(engine, name.database, request);
  const document =
    transaction?.kind === "read-write"
      ? (await readDocuments(engine.transactions, transaction, reader, [name]))[0]
      : reader.get(name);
  if (!document) throw new StatusError(code.notFound, `Document "${name.full}" not found.`);
  return documentMessage(document, maskedFieldBytes(document, paths));
}
