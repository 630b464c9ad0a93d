import type { ChannelTemplate } from "@/lib/channels/client";
import type { Channel } from "@/lib/domain/channel";
import { type TemplateState, templateIdOf, templateSyncs, templates } from "@/lib/store/templates";

const FRESH_MS = 5 * 60_000;

/** Templates belong to the WhatsApp Business account; its numbers share them. Pure. */
export const accountOf = (channel: Pick<Channel, "id" | "wabaId">): string => channel.wabaId ?? channel.id;

/** What is kept of an account's templates, those without content and deleted ones left out. */
export async function storedTemplates(account: string): Promise<ChannelTemplate[]> {
  const snapshot = await templates().where("wabaId", "==", account).get();
  return snapshot.docs.flatMap((document) => templateOf(document.data()) ?? []);
}

/** One of them, or null. */
export async function storedTemplate(
  account: string,
  name: string,
  language: string,
): Promise<ChannelTemplate | null> {
  const found = (
    await templates()
      .doc(templateIdOf(account, name, language))
      .get()
  ).data();
  return found ? templateOf(found) : null;
}

/** When the account's list was last read (epoch ms, null for never), and whether that is good enough. `now` in epoch ms. */
export async function freshnessOf(
  account: string,
  now: number,
): Promise<{ syncedAt: number | null; isFresh: boolean }> {
  const sync = (await templateSyncs().doc(account).get()).data();
  const syncedAt = sync?.syncedAt ?? null;
  if (syncedAt === null) return { syncedAt, isFresh: false };
  return { syncedAt, isFresh: now - syncedAt < FRESH_MS && sync?.staleAt == null };
}

function templateOf(state: TemplateState): ChannelTemplate | null {
  const status = state.status?.value ?? "UNKNOWN";
  if (!state.componentsJson || status === "DELETED") return null;
  return {
    id: state.templateId ?? state.id,
    name: state.name,
    language: state.language,
    status,
    category: state.category?.value ?? null,
    quality: state.quality?.value ?? null,
    rejectedReason: state.reason?.value || null,
    parameterFormat: state.parameterFormat ?? null,
    components: JSON.parse(state.componentsJson) as ChannelTemplate["components"],
  };
}
