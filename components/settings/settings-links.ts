import type { Permission } from "@/lib/domain/permissions";
import { paths } from "@/lib/paths";

/**
 * The pages of the settings in their order, each with who may open it; `name` is its word under `settings.pages`,
 * `group` the heading it stands under (`settings.groups`).
 */
export const settingsLinks = [
  { name: "account", group: "you", href: paths.settings.account(), permission: "session.manage-own" },
  { name: "general", group: "workspace", href: paths.settings.general(), permission: "settings.manage" },
  { name: "team", group: "workspace", href: paths.settings.team(), permission: "member.manage" },
  { name: "channels", group: "meta", href: paths.settings.channels(), permission: "channel.read" },
  { name: "setup", group: "meta", href: paths.settings.setup(), permission: "setup.read" },
  {
    name: "webhookEvents",
    group: "meta",
    href: paths.settings.webhookEvents(),
    permission: "webhook-event.read",
  },
  { name: "apiKeys", group: "developers", href: paths.settings.apiKeys(), permission: "api-key.manage" },
  { name: "webhooks", group: "developers", href: paths.settings.webhooks(), permission: "webhook.manage" },
  { name: "audit", group: "records", href: paths.settings.audit(), permission: "audit.read" },
  { name: "privacy", group: "records", href: paths.settings.privacy(), permission: "privacy.manage" },
] as const satisfies readonly { name: string; group: string; href: string; permission: Permission }[];
