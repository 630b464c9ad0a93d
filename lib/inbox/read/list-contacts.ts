import type { Contact } from "@/lib/domain/contact";
import type { Result } from "@/lib/domain/result";
import { contacts } from "@/lib/store/contacts";
import { type Page, readPage } from "@/lib/store/read-page";

/** Contacts, newest first; those merged into another are left out. */
export function listContacts({
  cursor,
  limit,
}: {
  cursor?: string | undefined;
  limit: number;
}): Promise<Result<Page<Contact>>> {
  return readPage(contacts().where("mergedInto", "==", null), {
    field: "createdAt",
    cursor: cursor ?? null,
    limit,
  });
}
