import type { Channel } from "@/lib/domain/channel";
import { env } from "@/lib/env";

const INSTAGRAM_HOST = "https://graph.instagram.com";

/** Which Graph API speaks for a channel: Instagram Login has one of its own. No version, no path. */
export function graphBaseUrl({ type, login }: Pick<Channel, "type" | "login">): string {
  const { META_GRAPH_BASE_URL, INSTAGRAM_GRAPH_BASE_URL } = env();
  if (type === "whatsapp" || login === "facebook") return META_GRAPH_BASE_URL;
  if (login === "instagram") return INSTAGRAM_GRAPH_BASE_URL ?? INSTAGRAM_HOST;
  return INSTAGRAM_GRAPH_BASE_URL ?? META_GRAPH_BASE_URL;
}
