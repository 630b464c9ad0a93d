"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { NewApiKey } from "@/lib/domain/api-key";
import { createApiKey } from "@/lib/inbox/api-keys/create";
import { revokeApiKey } from "@/lib/inbox/api-keys/revoke";
import { paths } from "@/lib/paths";
import { defineAction } from "@/lib/server/action/define-action";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes a key; the answer holds it, this once. */
export const createApiKeyAction = defineAction({
  input: NewApiKey.omit({ expiresAt: true }).extend({
    endsInDays: z.union([z.literal(30), z.literal(90), z.literal(365)]).nullable(),
  }),
  permission: "api-key.manage",
  run: async ({ endsInDays, ...wanted }, { actor }) => {
    const expiresAt = endsInDays === null ? null : Date.now() + endsInDays * DAY_MS;
    const made = await createApiKey(actor, { ...wanted, expiresAt });
    if (made.ok) revalidatePath(paths.settings.apiKeys());
    return made;
  },
});

/** Ends a key for good. */
export const revokeApiKeyAction = defineAction({
  input: z.object({ id: z.string().regex(/^\w{1,40}$/) }),
  permission: "api-key.manage",
  run: async (input, { actor }) => {
    const revoked = await revokeApiKey(actor, input);
    if (revoked.ok) revalidatePath(paths.settings.apiKeys());
    return revoked;
  },
});
