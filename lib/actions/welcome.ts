"use server";

import { z } from "zod";
import { ok } from "@/lib/domain/result";
import { makeFirstAdmin } from "@/lib/inbox/members/make-first-admin";
import { memberActor } from "@/lib/inbox/members/member-actor";
import { definePublicAction } from "@/lib/server/action/define-public-action";
import { identityProvider, Proof } from "@/lib/server/identity/provider";
import { openSession } from "@/lib/server/session/open-session";

/** Makes the first admin with the code that the server printed, and signs them in. */
export const makeFirstAdminAction = definePublicAction({
  input: z.object({
    code: z.string().max(100),
    name: z.string().trim().min(1).max(100),
    proof: Proof,
  }),
  run: async ({ code, name, proof }, caller) => {
    const provider = await identityProvider();
    const made = await makeFirstAdmin({ code, name, prove: () => provider.newcomer(proof), from: caller });
    if (!made.ok) return made;
    await openSession(made.data, provider.kind, memberActor(made.data, caller));
    return ok(null);
  },
});
