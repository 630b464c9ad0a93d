import type { Rows } from "./row";

const keys = "tests/integration/api/keys.test.ts";
const general = "tests/integration/settings/general.test.ts";

/** Actions whose entries are looked for where they are tested. */
export const otherRows: Rows = {
  createApiKeyAction: { testedIn: keys, left: ["api_key.created"] },
  revokeApiKeyAction: { testedIn: keys, left: ["api_key.revoked"] },
  saveGeneralSettingsAction: { testedIn: general, left: ["settings.general_changed"] },
  setPreferencesAction: { testedIn: general, left: ["member.preferences_changed"] },
};
