import { endSession } from "@/lib/inbox/members/end-session";
import { hashToken } from "@/lib/inbox/members/token";
import { readCaller } from "./caller";
import { clearSessionToken, readSessionToken } from "./session-cookie";

/** Signs this browser out: its session ends and its cookie goes. In actions only; fine when there is none. */
export async function closeSession(): Promise<void> {
  const token = await readSessionToken();
  if (token) await endSession(hashToken(token), await readCaller());
  await clearSessionToken();
}
