import type { Permission } from "@/lib/domain/permissions";
import { paths } from "@/lib/paths";

/** The pages of the settings in their order, each with who may open it; `name` is its word under `settings.pages`. */
export const settingsLinks = [
  { name: "account", href: paths.settings.account(), permission: "session.manage-own" },
  { name: "general", href: paths.settings.general(), permission: "settings.manage" },
  { name: "channels", href: paths.settings.channels(), permission: "channel.read" },
  { name: "setup", href: paths.settings.setup(), permission: "setup.read" },
  { name: "webhookEvents", href: paths.settings.webhookEvents(), permission: "webhook-event.read" },
  { name: "team", href: paths.settings.team(), permission: "member.manage" },
  { name: "apiKeys", href: paths.settings.apiKeys(), permission: "api-key.manage" },
  { name: "webhooks", href: paths.settings.webhooks(), permission: "webhook.manage" },
  { name: "audit", href: paths.settings.audit(), permission: "audit.read" },
  { name: "privacy", href: paths.settings.privacy(), permission: "privacy.manage" },
] as const satisfies readonly { name: string; href: string; permission: Permission }[];
