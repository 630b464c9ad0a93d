import type { Channel, TokenInfo } from "@/lib/domain/channel";
import type { ConnectForm, ConnectionFound } from "@/lib/domain/channel-form";
import type { Result } from "@/lib/domain/result";
import { lookUpInstagram } from "./instagram";
import { lookUpWhatsApp } from "./whatsapp";

/** A number or account as Meta knows it, and the token that speaks for it from here on. */
export type LookedUp = {
  channel: Pick<Channel, "type" | "login" | "providerId" | "wabaId" | "pageId" | "displayPhone" | "username">;
  token: string;
  tokenInfo: TokenInfo;
  found: ConnectionFound;
};

/**
 * Asks Meta about what was typed, and changes nothing there. Errors: `provider_rejected` with `details.problem`, a
 * `ConnectProblem`, and `details.field`, where it was typed.
 */
export function lookUp(form: ConnectForm, now: number): Promise<Result<LookedUp>> {
  const { appSecret, ...rest } = form;
  return rest.type === "whatsapp"
    ? lookUpWhatsApp({ ...rest, appSecrets: [appSecret] }, now)
    : lookUpInstagram({ ...rest, appSecrets: [appSecret] }, now);
}
