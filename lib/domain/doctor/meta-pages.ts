import type { MendAt } from "./checks";

type About = { appId: string | null; wabaId: string | null };

/** The page at Meta where something is mended; null for a place that is not Meta's, or whose id is not known. */
export function metaPage(at: MendAt, { appId, wabaId }: About): string | null {
  if (at === "app") {
    const app = appId ? `${encodeURIComponent(appId)}/webhooks/` : "";
    return `https://developers.facebook.com/apps/${app}`;
  }
  const account = wabaId ? `?waba_id=${encodeURIComponent(wabaId)}` : "";
  if (at === "number") return `https://business.facebook.com/wa/manage/phone-numbers/${account}`;
  if (at === "templates") return `https://business.facebook.com/wa/manage/message-templates/${account}`;
  return at === "tokens" ? "https://business.facebook.com/settings/system-users" : null;
}
