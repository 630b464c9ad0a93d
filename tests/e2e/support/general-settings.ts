import { openStore } from "./session";

/** The workspace as it is before an admin has saved its name, time zone, language and theme. */
export async function forgetGeneralSettings(): Promise<void> {
  openStore();
  const { generalSettings } = await import("@/lib/store/general-settings");
  await generalSettings().delete();
}
