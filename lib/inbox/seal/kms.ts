import { randomBytes } from "node:crypto";
import type { KeyManagementServiceClient } from "@google-cloud/kms";
import { env } from "@/lib/env";

export type DataKey = { bytes: Buffer; wrapped: string };

const TIMEOUT_MS = 10_000;
const clients = new Map<string, Promise<KeyManagementServiceClient>>();

/** A fresh data key, and what Cloud KMS made of it. Throws when KMS does not answer or refuses. */
export async function wrapNewKey(keyName: string, place: string): Promise<DataKey> {
  const bytes = randomBytes(32);
  const client = await kmsClient();
  const request = {
    name: keyName,
    plaintext: bytes,
    additionalAuthenticatedData: Buffer.from(place, "utf8"),
  };
  const [answer] = await client.encrypt(request, { timeout: TIMEOUT_MS });
  if (!answer.ciphertext) throw new Error("Cloud KMS wrapped nothing");
  return { bytes, wrapped: Buffer.from(answer.ciphertext as Uint8Array).toString("base64") };
}

/** The data key again. Throws when KMS does not answer, or has another key or place for it. */
export async function unwrapKey(keyName: string, wrapped: string, place: string): Promise<Buffer> {
  const client = await kmsClient();
  const request = {
    name: keyName,
    ciphertext: Buffer.from(wrapped, "base64"),
    additionalAuthenticatedData: Buffer.from(place, "utf8"),
  };
  const [answer] = await client.decrypt(request, { timeout: TIMEOUT_MS });
  if (!answer.plaintext) throw new Error("Cloud KMS opened nothing");
  return Buffer.from(answer.plaintext as Uint8Array);
}

/** Loaded only where it is used. Over REST, which needs no second copy of gRPC. */
function kmsClient(): Promise<KeyManagementServiceClient> {
  const { CREDENTIALS_KMS_ENDPOINT = "" } = env();
  const known = clients.get(CREDENTIALS_KMS_ENDPOINT);
  if (known) return known;
  const client = import("@google-cloud/kms").then(
    ({ KeyManagementServiceClient }) =>
      new KeyManagementServiceClient({ fallback: true, ...place(CREDENTIALS_KMS_ENDPOINT) }),
  );
  clients.set(CREDENTIALS_KMS_ENDPOINT, client);
  client.catch(() => clients.delete(CREDENTIALS_KMS_ENDPOINT));
  return client;
}

function place(endpoint: string) {
  if (endpoint === "") return {};
  const { hostname, port, protocol } = new URL(endpoint);
  const isPlain = protocol === "http:";
  return {
    apiEndpoint: hostname,
    port: Number(port || (isPlain ? 80 : 443)),
    protocol: protocol.slice(0, -1),
  };
}
