import { env } from "@/lib/env";

/**
 * What a read of the webhook events that nobody signed in for comes to, at the address browsers would use.
 * `noDoor`: the store listens on this machine only, and speaks no HTTP that a browser could. Null: no project is named.
 */
export type OutsideRead =
  | { kind: "refused" }
  | { kind: "given" }
  | { kind: "noDoor"; address: string }
  | { kind: "noAnswer"; address: string }
  | { kind: "other"; status: number };

const GOOGLE = "https://firestore.googleapis.com";

export async function readWithoutSignIn(timeoutMs: number): Promise<OutsideRead | null> {
  const { FIREBASE_PROJECT_ID, GOOGLE_CLOUD_PROJECT, FIREBASE_DATABASE_ID, FIRESTORE_EMULATOR_HOST } = env();
  const project = FIREBASE_PROJECT_ID ?? GOOGLE_CLOUD_PROJECT;
  if (!project) return null;
  const address = FIRESTORE_EMULATOR_HOST ? `http://${FIRESTORE_EMULATOR_HOST}` : GOOGLE;
  const database = encodeURIComponent(FIREBASE_DATABASE_ID ?? "(default)");
  const path = `v1/projects/${encodeURIComponent(project)}/databases/${database}/documents/webhookEvents`;
  try {
    const response = await fetch(`${address}/${path}?pageSize=1&mask.fieldPaths=state`, {
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return { kind: "given" };
    const { status } = response;
    return status === 401 || status === 403 ? { kind: "refused" } : { kind: "other", status };
  } catch (error) {
    const isClosed = isLoopback(address) && isNotHttp(error);
    return { kind: isClosed ? "noDoor" : "noAnswer", address: new URL(address).host };
  }
}

function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}

/** Something took the connection, and answered with what is no HTTP/1 at all: gRPC alone is spoken there. */
function isNotHttp(error: unknown): boolean {
  return (error as { cause?: { name?: unknown } } | null)?.cause?.name === "HTTPParserError";
}
