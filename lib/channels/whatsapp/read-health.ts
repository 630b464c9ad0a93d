import { z } from "zod";
import type { ChannelCredentials, HealthReading } from "../client-types";
import { call, mapResult } from "../graph/call";
import type { GraphResult } from "../graph/result";
import { optional, text } from "../lenient";

const PhoneNumber = z.object({
  display_phone_number: optional(text),
  verified_name: optional(text),
  quality_rating: optional(text),
  name_status: optional(text),
  status: optional(text),
  whatsapp_business_manager_messaging_limit: optional(text),
});

/** What Meta says of the phone number now. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers */
export async function readHealth(credentials: ChannelCredentials): Promise<GraphResult<HealthReading>> {
  const result = await call(credentials, {
    method: "GET",
    path: `${credentials.phoneNumberId}`,
    query: { fields: Object.keys(PhoneNumber.shape).join(",") },
  });
  return mapResult(result, (data) => {
    const number = PhoneNumber.safeParse(data).data;
    return {
      ok: true,
      data: {
        name: number?.verified_name ?? null,
        displayPhone: number?.display_phone_number ?? null,
        username: null,
        quality: number?.quality_rating ?? null,
        messagingLimit: number?.whatsapp_business_manager_messaging_limit ?? null,
        nameStatus: number?.name_status ?? null,
        accountState: number?.status ?? null,
      },
    };
  });
}
