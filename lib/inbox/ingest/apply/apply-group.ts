import type { WebhookItemOutcome } from "@/lib/domain/webhook-event";
import { moveThreads } from "@/lib/inbox/contacts/move-threads";
import { turnsOfPeople } from "@/lib/inbox/conversations/turn-of";
import { log } from "@/lib/log";
import { inUnit } from "@/lib/store/unit";
import { peopleOf, type Work } from "../plan";
import { applyItem } from "./apply-item";
import { finishContext, newContext } from "./context";
import { refsToRead } from "./refs-to-read";

/** Bounds a transaction's size and how much is done again when it loses a race. */
const MAX_ITEMS = 20;

type Moments = { receivedAt: number; now: number };

export type GroupResult = {
  outcomes: WebhookItemOutcome[];
  profiles: { contactId: string; channelId: string }[];
  /** Conversations that have something to send now. */
  lanes: string[];
  /** Files to fetch now. */
  downloads: string[];
};

/** Where items are applied: for good, or in a rehearsal that leaves nothing behind. */
export type Stage = Pick<typeof forGood, "inUnit" | "moveThreads">;
export const forGood = { inUnit, moveThreads };

/**
 * Applies items that belong together, in one transaction; when that fails, each in its own, so that a bad item
 * harms no other. Outcomes carry codes, never content. Does not throw.
 */
export async function applyGroup(
  group: readonly Work[],
  at: Moments,
  stage: Stage = forGood,
): Promise<GroupResult> {
  const results: GroupResult[] = [];
  for (const chunk of chunksOf(group)) {
    try {
      results.push(await applyTogether(chunk, at, stage));
    } catch (error) {
      results.push(chunk.length === 1 ? failed(chunk, error) : await applyOneByOne(chunk, at, stage));
    }
  }
  return joined(results);
}

async function applyOneByOne(chunk: readonly Work[], at: Moments, stage: Stage): Promise<GroupResult> {
  const results: GroupResult[] = [];
  for (const work of chunk) results.push(await applyGroup([work], at, stage));
  return joined(results);
}

function joined(results: GroupResult[]): GroupResult {
  return {
    outcomes: results.flatMap(({ outcomes }) => outcomes),
    profiles: results.flatMap(({ profiles }) => profiles),
    lanes: results.flatMap(({ lanes }) => lanes),
    downloads: results.flatMap(({ downloads }) => downloads),
  };
}

async function applyTogether(chunk: readonly Work[], at: Moments, stage: Stage): Promise<GroupResult> {
  const [channel] = chunk[0]?.channels ?? [];
  if (!channel) return { outcomes: [], profiles: [], lanes: [], downloads: [] };
  const siblings = chunk[0]?.siblings ?? [];
  const { context, outcomes } = await stage.inUnit(
    async (unit) => {
      const context = newContext(unit, { channel, siblings, ...at });
      await unit.load(refsToRead(chunk, channel));
      const outcomes: WebhookItemOutcome[] = [];
      for (const work of chunk) {
        const outcome = await applyItem(context, work);
        outcomes.push({ index: work.index, kind: work.kind, ...outcome });
      }
      await finishContext(context);
      return { context, outcomes };
    },
    turnsOfPeople(chunk.flatMap(({ event }) => peopleOf(event))),
  );
  for (const id of context.mergedContactIds) await stage.moveThreads(id);
  // What was all here before is no reason to ask for anybody's profile.
  const isNews = outcomes.some(({ outcome }) => outcome === "applied");
  const named = isNews ? [...context.profileContactIds] : [];
  const profiles = named.map((contactId) => ({ contactId, channelId: channel.id }));
  return { outcomes, profiles, lanes: [...context.lanes], downloads: [...context.downloads] };
}

function failed(chunk: readonly Work[], error: unknown): GroupResult {
  log.warn({ err: error, kinds: chunk.map(({ kind }) => kind) }, "A webhook item could not be applied");
  const reason = reasonOf(error);
  return {
    outcomes: chunk.map(({ index, kind }) => ({ index, kind, outcome: "failed", error: reason })),
    profiles: [],
    lanes: [],
    downloads: [],
  };
}

/** The kind of an error, not its message: that may quote what a customer wrote. */
function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === "number" || typeof code === "string") return `store_error_${code}`;
  return error instanceof Error ? `internal_${error.name}` : "internal";
}

/** An echo looks at the outbox in the store, so the one before it has to be written first. */
function chunksOf(group: readonly Work[]): Work[][] {
  const chunks: Work[][] = [];
  let current: Work[] = [];
  for (const work of group) {
    const isEcho = work.event.type === "message" && work.event.origin === "phone";
    const isOtherChannel = current[0] !== undefined && current[0].channels[0]?.id !== work.channels[0]?.id;
    if (current.length > 0 && (isEcho || isOtherChannel || current.length >= MAX_ITEMS)) {
      chunks.push(current);
      current = [];
    }
    current.push(work);
  }
  return current.length > 0 ? [...chunks, current] : chunks;
}
