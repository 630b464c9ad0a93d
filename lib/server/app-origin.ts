import { headers } from "next/headers";
import { env } from "@/lib/env";
import { isSecureRequest } from "@/lib/server/session/is-secure-request";

/** Where people reach the inbox: APP_URL, else as this request came. */
export async function appOrigin(): Promise<string> {
  const { APP_URL } = env();
  if (APP_URL) return APP_URL;
  const given = await headers();
  return `${isSecureRequest(given) ? "https" : "http"}://${given.get("host") ?? "localhost"}`;
}
