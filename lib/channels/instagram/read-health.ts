import { z } from "zod";
import type { ChannelCredentials, HealthReading } from "../client-types";
import { call, mapResult } from "../graph/call";
import type { GraphResult } from "../graph/result";
import { optional, text } from "../lenient";
import { withoutAt } from "../username";

const Account = z.object({ name: optional(text), username: optional(text) });

/** The professional account's own name. Instagram tells no quality and no limit. */
export async function readHealth(credentials: ChannelCredentials): Promise<GraphResult<HealthReading>> {
  const result = await call(credentials, {
    method: "GET",
    path: credentials.accountId ?? "me",
    query: { fields: Object.keys(Account.shape).join(",") },
  });
  return mapResult(result, (data) => {
    const account = Account.safeParse(data).data;
    return {
      ok: true,
      data: {
        name: account?.name ?? null,
        displayPhone: null,
        username: withoutAt(account?.username),
        quality: null,
        messagingLimit: null,
        nameStatus: null,
        accountState: null,
      },
    };
  });
}
