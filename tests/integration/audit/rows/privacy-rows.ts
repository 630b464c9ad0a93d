import type { Rows } from "./row";

/** What admins do for the people who write. */
export const privacyRows: Rows = {
  setOptOutAction: {
    testedIn: "tests/integration/privacy/consents.test.ts",
    left: ["contact.opted_out"],
  },
  eraseContactAction: {
    testedIn: "tests/integration/audit/erasure.test.ts",
    left: ["contact.erasure_started"],
  },
  saveRetentionAction: {
    testedIn: "tests/integration/privacy/retention.test.ts",
    left: ["settings.retention_changed"],
  },
  "POST app/api/inbox/contact-exports/route.ts": {
    testedIn: "tests/integration/privacy/export.test.ts",
    left: ["contact.exported"],
  },
  findPeopleAction: { because: "reads" },
  previewRetentionAction: { because: "reads" },
};
