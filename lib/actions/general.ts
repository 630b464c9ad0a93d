"use server";

import { revalidatePath } from "next/cache";
import { GeneralSettingsInput } from "@/lib/domain/general-settings";
import { Preferences } from "@/lib/domain/preferences";
import { ok } from "@/lib/domain/result";
import { setPreferences } from "@/lib/inbox/members/set-preferences";
import { saveGeneralSettings } from "@/lib/inbox/workspace/save-general-settings";
import { paths } from "@/lib/paths";
import { defineAction } from "@/lib/server/action/define-action";

/** Sets the workspace's name, time zone, language and theme; the page comes back in them. */
export const saveGeneralSettingsAction = defineAction({
  input: GeneralSettingsInput,
  permission: "settings.manage",
  run: async (input, { actor }) => {
    const saved = await saveGeneralSettings(actor, input);
    if (!saved.ok) return saved;
    revalidatePath(paths.home(), "layout");
    return ok(null);
  },
});

/** Sets one's own language and theme; the page comes back in them. */
export const setPreferencesAction = defineAction({
  input: Preferences,
  permission: "session.manage-own",
  run: async (input, { actor }) => {
    const saved = await setPreferences(actor, input);
    if (!saved.ok) return saved;
    revalidatePath(paths.home(), "layout");
    return ok(null);
  },
});
