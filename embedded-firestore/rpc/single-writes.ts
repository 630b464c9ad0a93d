import { randomBytes } from "node:crypto";
import { documentMessage } from "../protocol/document-message.ts";
import { maskedFieldBytes, maskPaths } from "../protocol/masked-fields.ts";
import type { WireMask, WireWrite } from "../protocol/messages.ts";
import { decodeCreateDocument, decodeDeleteDocument, decodeUpdateDocument } from "../protocol/requests.ts";
import { code, invalid, StatusError } from "../protocol/status.ts";
import { commitPlain } from "../transactions/commit.ts";
import { parseName } from "../values/document-name.ts";
import type { Engine } from "./engine.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export function createDocument(engine: Engine, bytes: Buffer): Promise<Buffer> {
  const { parent, collectionId, documentId, document, mask } = decodeCreateDocument(bytes);
  const full = `${parent}/${collectionId}/${documentId || newId()}`;
  if (document?.name)
    throw invalid("A document that is created gets its name from the request's parent and id.");
  const fields = document?.fields ?? new Map();
  return writeAndRead(
    engine,
    full,
    { update: { name: full, fields }, currentDocument: { exists: false } },
    mask,
  );
}

export function updateDocument(engine: Engine, bytes: Buffer): Promise<Buffer> {
  const { document, updateMask, mask, currentDocument } = decodeUpdateDocument(bytes);
  if (!document?.name) throw invalid("A document with a name is needed.");
  return writeAndRead(engine, document.name, { update: document, updateMask, currentDocument }, mask);
}

export async function deleteDocument(engine: Engine, bytes: Buffer): Promise<Buffer> {
  const { name, currentDocument } = decodeDeleteDocument(bytes);
  const { database } = parseName(name);
  await commitPlain(engine.storage, engine.transactions, database, [{ delete: name, currentDocument }]);
  return Buffer.alloc(0);
}

async function writeAndRead(
  engine: Engine,
  full: string,
  write: WireWrite,
  mask: WireMask | null | undefined,
): Promise<Buffer> {
  const name = parseName(full);
  const paths = maskPaths(mask);
  await commitPlain(engine.storage, engine.transactions, name.database, [write]);
  const document = engine.storage.latest.get(name);
  if (document === null)
    throw new StatusError(code.aborted, "The document was deleted at once by somebody else.");
  return documentMessage(document, maskedFieldBytes(document, paths));
}

function newId(): string {
  return Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join("");
}
