import { eventsWithBodyAfter } from "@/lib/store/webhook-events";
import { idsOfPerson } from "../erase/ids-of-person";
import { redactEvent } from "../erase/redact-event";
import type { Person } from "../read-person";

const PAGE = 40;

/** What Meta sent about this person, as it sent it, and nothing of what came beside it about others. */
export async function* personalEvents({ contact }: Person): AsyncIterable<string> {
  const names = idsOfPerson(contact.identities);
  for (let after: string | null = null; ; ) {
    const page = await eventsWithBodyAfter(after, PAGE);
    for (const stored of page) {
      const items = redactEvent(stored, names)?.taken;
      if (!items) continue;
      const { id, channel, receivedAt } = stored.event;
      yield `${JSON.stringify({ eventId: id, channel, receivedAt: new Date(receivedAt).toISOString(), items })}\n`;
    }
    after = page.at(-1)?.event.id ?? null;
    if (after === null || page.length < PAGE) return;
  }
}
