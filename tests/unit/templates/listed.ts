import type { ChannelTemplate } from "@/lib/channels/client";
import { checkTemplate as standInCheck } from "@/simulator/graph/whatsapp/check-template";
import { withDefaults } from "@/simulator/options";
import { emptyState } from "@/simulator/world/reset";
import type { Template } from "@/simulator/world/types";
import type { World } from "@/simulator/world/world";

const state = emptyState(withDefaults({}));

/** The stand-in's approved templates. */
export const approved = state.templates.filter(({ status }) => status === "APPROVED");

/** A template of the stand-in as its list gives it. */
export function listed(template: Template): ChannelTemplate {
  const { id, name, language, status, category, components, parameter_format: parameterFormat } = template;
  return {
    id,
    name,
    language,
    status,
    category,
    quality: null,
    rejectedReason: null,
    parameterFormat,
    components,
  };
}

/** A code of Meta's, or null when the stand-in takes these components. */
export function standInVerdict(template: Template, components: unknown[]): number | null {
  const world = { state: { ...state, templates: [template] } } as unknown as World;
  const { name, language } = template;
  const content = { name, language: { code: language }, components };
  const effects = { failedStatus: null, isSilent: false, isTemplatePaused: false };
  try {
    standInCheck(world, { to: "15550100100" }, content, effects);
    return null;
  } catch (error) {
    return (error as { code?: number }).code ?? -1;
  }
}

/** Files that were uploaded here, as links: what they become on the way out. */
export function withLinks<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withLinks) as T;
  if (typeof value !== "object" || value === null) return value;
  const { uploadId, ...rest } = value as Record<string, unknown>;
  const file =
    typeof uploadId === "string" ? { link: `https://files.example.com/${encodeURIComponent(uploadId)}` } : {};
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, withLinks(one)])),
    ...file,
  } as T;
}
