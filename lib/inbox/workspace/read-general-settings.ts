import { defaultGeneralSettings, type GeneralSettings } from "@/lib/domain/general-settings";
import { generalSettings } from "@/lib/store/general-settings";

/** The name, time zone, language and theme of the workspace. Needs no right: sign-in pages show them. */
export async function readGeneralSettings(): Promise<GeneralSettings> {
  return (await generalSettings().get()).data() ?? defaultGeneralSettings;
}
