import { z } from "zod";
import type { ChannelCredentials } from "../client-types";
import { call } from "../graph/call";
import { type GraphResult, graphFailure } from "../graph/result";
import { id, listOf, optional, text } from "../lenient";

const PAGES = 10;

const PhoneNumber = z.object({
  id,
  verified_name: optional(text),
  display_phone_number: optional(text),
});
const Page = z.object({
  data: listOf(PhoneNumber),
  paging: optional(
    z.object({ next: optional(text), cursors: optional(z.object({ after: optional(text) })) }),
  ),
});

export type ListedNumber = { id: string; name: string | null; displayPhone: string | null };

/**
 * The numbers of a WhatsApp Business Account.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/phone-number-management-api
 */
export async function listWhatsAppNumbers(
  credentials: ChannelCredentials,
): Promise<GraphResult<ListedNumber[]>> {
  const found: ListedNumber[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await call(credentials, {
      method: "GET",
      path: `${credentials.wabaId}/phone_numbers`,
      query: { fields: "id,verified_name,display_phone_number", limit: "100", ...(after ? { after } : {}) },
    });
    if (!answer.ok) return answer;
    const read = Page.safeParse(answer.data);
    if (!read.success) return graphFailure("unknown", "The list of numbers is not one", 200);
    for (const row of read.data.data) {
      found.push({
        id: row.id,
        name: row.verified_name ?? null,
        displayPhone: row.display_phone_number ?? null,
      });
    }
    after = read.data.paging?.next ? read.data.paging.cursors?.after : undefined;
    if (!after) break;
  }
  return { ok: true, data: found };
}
