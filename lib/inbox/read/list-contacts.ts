import type { Contact } from "@/lib/domain/contact";
import type { Actor } from "@/lib/domain/member";
import { reachOf } from "@/lib/domain/permissions";
import { ok, type Result } from "@/lib/domain/result";
import { contacts } from "@/lib/store/contacts";
import { type Page, readPage } from "@/lib/store/read-page";
import { visibleContacts } from "./visible-contacts";

/** How many pages are looked through for somebody who sees only some channels before an answer is given. */
const PAGES_AT_MOST = 10;

type Input = { actor: Actor; cursor?: string | undefined; limit: number };

/**
 * Contacts that an actor may see, newest first; those merged into another are left out. For an actor who reaches only
 * some channels a page may hold fewer than `limit`, even none, and still have a `nextCursor`.
 */
export async function listContacts({ actor, cursor, limit }: Input): Promise<Result<Page<Contact>>> {
  const items: Contact[] = [];
  let nextCursor = cursor ?? null;
  for (let pages = 0; pages < PAGES_AT_MOST; pages += 1) {
    const page = await readPage(contacts().where("mergedInto", "==", null), {
      field: "createdAt",
      cursor: nextCursor,
      limit: limit - items.length,
    });
    if (!page.ok) return page;
    items.push(...(await visibleContacts(actor, page.data.items)));
    nextCursor = page.data.nextCursor;
    if (nextCursor === null || items.length === limit || reachOf(actor) === null) break;
  }
  return ok({ items, nextCursor });
}
