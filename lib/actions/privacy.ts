"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ok } from "@/lib/domain/result";
import { RetentionDays } from "@/lib/domain/retention";
import { runErasure } from "@/lib/inbox/privacy/erase/run";
import { startErasure } from "@/lib/inbox/privacy/erase/start";
import { findPeople } from "@/lib/inbox/privacy/find-people";
import { previewRetention } from "@/lib/inbox/privacy/retention/preview";
import { saveRetention } from "@/lib/inbox/privacy/retention/save";
import { setOptOut } from "@/lib/inbox/privacy/set-opt-out";
import { paths } from "@/lib/paths";
import { defineAction } from "@/lib/server/action/define-action";
import { runAfterResponse } from "@/lib/server/background";

const ContactId = z.string().min(1).max(400);
const permission = "privacy.manage";

/** Looks people up by what was typed; a number or name never stands in a URL for that. */
export const findPeopleAction = defineAction({
  input: z.object({ text: z.string().max(200) }),
  permission,
  run: ({ text }, { actor }) => findPeople(actor, text),
});

/** Writes down by hand that somebody wants no marketing messages, or wants them again. */
export const setOptOutAction = defineAction({
  input: z.object({
    contactId: ContactId,
    isOptedOut: z.boolean(),
    reason: z.string().trim().min(1).max(500),
  }),
  permission,
  run: async (input, { actor }) => {
    const changed = await setOptOut(actor, input);
    if (changed.ok) revalidatePath(paths.settings.person(input.contactId));
    return changed;
  },
});

/** Begins to erase somebody; the rest happens after the answer, and goes on whatever becomes of this process. */
export const eraseContactAction = defineAction({
  input: z.object({ contactId: ContactId }),
  permission,
  run: async (input, { actor }) => {
    const started = await startErasure(actor, input);
    if (!started.ok) return started;
    runAfterResponse(() => runErasure(started.data.id));
    revalidatePath(paths.settings.privacy());
    return ok(null);
  },
});

/** What would go if things were kept for so long. */
export const previewRetentionAction = defineAction({
  input: z.object({ days: RetentionDays }),
  permission,
  run: ({ days }, { actor }) => previewRetention(actor, days),
});

/** Decides how long things are kept. */
export const saveRetentionAction = defineAction({
  input: z.object({ days: RetentionDays }),
  permission,
  run: async ({ days }, { actor }) => {
    const saved = await saveRetention(actor, days);
    if (saved.ok) revalidatePath(paths.settings.privacy());
    return saved;
  },
});
