import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import type { Rehearsal, RehearsedDocument } from "@/lib/domain/rehearsal";
import { fail, ok, type Result } from "@/lib/domain/result";
import { turnsOfPeople } from "@/lib/inbox/conversations/turn-of";
import { isDocumentId } from "@/lib/store/document-id";
import { rehearse } from "@/lib/store/rehearse";
import type { PlannedWrite, Unit } from "@/lib/store/unit";
import { readEventBody, webhookEvents } from "@/lib/store/webhook-events";
import { applyGroup, type GroupResult, type Stage } from "./apply/apply-group";
import { itemsOf } from "./items-of";
import { groupByKeys, peopleOf } from "./plan";
import { planOf } from "./process";

/** A history of thousands of messages is told by its first documents and a count. */
const MAX_DOCUMENTS = 100;

/**
 * Finds out what processing an event again would change, on the store as it is, and changes nothing: no write, no send,
 * no file fetched, nobody asked. `not_found`, `forbidden`.
 */
export async function rehearseWebhookEvent(
  actor: Actor,
  id: string,
  now = Date.now(),
): Promise<Result<Rehearsal>> {
  if (!can(actor, "webhook-event.replay")) return fail("forbidden", "Only admins replay webhook events.");
  const event = isDocumentId(id) ? (await webhookEvents().doc(id).get()).data() : undefined;
  const raw = event ? await readEventBody(id) : null;
  if (!event || !raw) return fail("not_found", "There is no such webhook event");
  const items = itemsOf(event.channel, JSON.parse(raw.toString("utf8")));
  const { works, outcomes } = await planOf({ items: [], erasedItems: event.erasedItems }, items);
  const { result, writes } = await rehearse(
    async (unit) => {
      const merged: string[] = [];
      const results: GroupResult[] = [];
      for (const group of groupByKeys(works)) {
        results.push(await applyGroup(group, { receivedAt: event.receivedAt, now }, stageOn(unit, merged)));
      }
      return { results, merged };
    },
    turnsOfPeople(works.flatMap((work) => peopleOf(work.event))),
  );
  const told = [...outcomes, ...result.results.flatMap((group) => group.outcomes)];
  const changes = writes.filter((write) => write.change !== "unchanged").map(documentOf);
  return ok({
    items: told.sort((a, b) => a.index - b.index),
    documents: changes.slice(0, MAX_DOCUMENTS),
    moreDocuments: Math.max(0, changes.length - MAX_DOCUMENTS),
    unchanged: writes.length - changes.length,
    sends: new Set(result.results.flatMap(({ lanes }) => lanes)).size,
    downloads: new Set(result.results.flatMap(({ downloads }) => downloads)).size,
    merges: new Set(result.merged).size,
  });
}

/** All in one unit, so that later items see what earlier ones would have done. */
function stageOn(unit: Unit, merged: string[]): Stage {
  return {
    inUnit: async (work) => {
      const takeBack = unit.savepoint();
      try {
        return await work(unit);
      } catch (error) {
        takeBack();
        throw error;
      }
    },
    moveThreads: async (contactId) => {
      merged.push(contactId);
    },
  };
}

function documentOf({ path, change, fields }: PlannedWrite): RehearsedDocument {
  const [collection = "", id = "", part] = path.split("/");
  const kind = part === "messages" ? "message" : (kinds[collection] ?? "other");
  const conversationId = collection === "conversations" ? id : null;
  return { kind, change: change === "unchanged" ? "changed" : change, fields, conversationId };
}

const kinds: Record<string, RehearsedDocument["kind"]> = {
  conversations: "conversation",
  contacts: "contact",
  identities: "identity",
  providerMessages: "provider_message",
  outbox: "outbox",
  mediaDownloads: "download",
  channels: "channel",
  templates: "template",
  templateSyncs: "template",
};
