import type { Channel } from "@/lib/domain/channel";
import type { Result } from "@/lib/domain/result";
import { lookUpInstagram } from "./instagram";
import type { LookedUp } from "./look-up";
import { lookUpWhatsApp } from "./whatsapp";

/** Asks Meta about a channel that is known, with a token and app secrets. Errors as `lookUp`. */
export function lookUpAgain(
  { type, login, providerId, wabaId, pageId }: Channel,
  token: string,
  appSecrets: string[],
  now: number,
): Promise<Result<LookedUp>> {
  if (type === "whatsapp") {
    return lookUpWhatsApp({ phoneNumberId: providerId, wabaId: wabaId ?? "", token, appSecrets }, now);
  }
  const through = login ?? (pageId ? "facebook" : "instagram");
  return lookUpInstagram({ login: through, pageId, token, appSecrets }, now);
}
