import { encodeValue } from "../values/codec.ts";
import type { WriteResult } from "../writes/commit-writes.ts";
import { RawMessage } from "./raw.ts";

/** A google.firestore.v1.WriteResult. */
export function writeResultMessage(result: WriteResult): RawMessage {
  const message = new RawMessage();
  if (result.updateTime !== null) message.timestamp(1, result.updateTime);
  for (const value of result.transformResults) message.bytes(2, encodeValue(value));
  return message;
}
