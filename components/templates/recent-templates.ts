import type { Template } from "@/lib/domain/template";

const KEPT = 8;
const keyOf = (channelId: string) => `parley.templates.${channelId}`;
const idOf = ({ name, language }: Pick<Template, "name" | "language">) => `${name} ${language}`;

/** The templates this browser sent last on a channel, newest first, as "name language". */
export function recentTemplates(channelId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(channelId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export function noteUse(channelId: string, template: Template): void {
  const id = idOf(template);
  const next = [id, ...recentTemplates(channelId).filter((one) => one !== id)].slice(0, KEPT);
  try {
    localStorage.setItem(keyOf(channelId), JSON.stringify(next));
  } catch {
    return;
  }
}

/** Those used last first, then those that can be sent, then by name. Pure. */
export function inOrder(
  templates: readonly Template[],
  recent: readonly string[],
  isSendable: (template: Template) => boolean,
): Template[] {
  const rank = (template: Template) => {
    if (!isSendable(template)) return recent.length + 1;
    const at = recent.indexOf(idOf(template));
    return at === -1 ? recent.length : at;
  };
  return templates.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
