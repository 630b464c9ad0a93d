import {
  account,
  ana,
  expectText,
  field,
  ignored,
  message,
  mika,
  preference,
  type Row,
  status,
  template,
} from "./whatsapp-row";

/** What each WhatsApp fixture becomes that holds statuses, notices or unknown fields. */
export const whatsappNoticeRows: Record<string, Row[]> = {
  "status-sent": [
    status("sent", {
      person: ana,
      callbackData: "01PARLEYMESSAGE",
      error: null,
      pricing: { category: "service", type: "regular", isBillable: true },
    }),
  ],
  "status-delivered": [status("delivered", { callbackData: null })],
  "status-read": [status("read", { pricing: null })],
  "status-played": [status("played")],
  "status-failed": [
    status("failed", {
      callbackData: "01PARLEYMESSAGE",
      error: {
        code: 131047,
        reason: "window_closed",
        isRetryable: false,
        details: "More than 24 hours have passed since the customer last replied.",
      },
    }),
  ],
  "status-failed-username-only": [
    status("failed", { person: mika, error: { code: 131062, reason: "phone_needed", isRetryable: true } }),
  ],
  "status-group": [status("read", { person: { waId: "351910000001", bsuid: "PT.70010020030040050060" } })],
  "status-deleted-legacy": [ignored("status.deleted")],
  "status-warning-legacy": [ignored("status.warning")],
  "value-errors": [ignored("value_error.131000")],
  "template-status-approved": [
    template("message_template_status_update", { status: "APPROVED", reason: "", category: "UTILITY" }),
  ],
  "template-status-rejected": [
    template("message_template_status_update", {
      status: "REJECTED",
      reason: "INVALID_FORMAT",
      category: "MARKETING",
    }),
  ],
  "template-status-paused": [
    template("message_template_status_update", { status: "PAUSED", reason: "FIRST_PAUSE" }),
  ],
  "template-quality": [template("message_template_quality_update", { quality: "YELLOW" })],
  "template-category": [template("template_category_update", { category: "MARKETING" })],
  "template-category-warning": [template("template_category_update", { category: "UTILITY" })],
  "template-components": [template("message_template_components_update", { hasNewContent: true })],
  "phone-number-quality": [account("phone_number_quality_update", { messagingLimit: "TIER_UNLIMITED" })],
  "phone-number-flagged": [
    account("phone_number_quality_update", { quality: "FLAGGED", messagingLimit: "TIER_10K" }),
  ],
  "phone-number-name": [account("phone_number_name_update", { nameStatus: "APPROVED" })],
  "account-restricted": [account("account_update", { accountState: "ACCOUNT_RESTRICTION" })],
  "account-disabled": [account("account_update", { accountState: "SCHEDULE_FOR_DISABLE" })],
  "account-partner-added": [
    field("account_update", {
      type: "account",
      change: {},
      notice: { name: "partner_added", detail: null },
    }),
  ],
  "account-review": [account("account_review_update", { accountState: "REVIEW_APPROVED" })],
  "account-update-misplaced-field": [account("account_update", { accountState: "ACCOUNT_DELETED" })],
  "business-capability": [account("business_capability_update", { messagingLimit: "2000" })],
  "user-preference-stop": [preference(true)],
  "user-preference-resume": [preference(false)],
  "user-preference-signup": [preference(false)],
  "user-id-update": [
    field("user_id_update", {
      type: "message",
      kind: "system",
      person: { bsuid: "PT.70010020030040050060" },
      aliases: [{ bsuid: "PT.70010020030040059999" }],
    }),
  ],
  history: [
    {
      kind: "echo.text",
      event: { type: "message", origin: "phone", isHistory: true, historyStatus: "read", text: "Antigo" },
    },
  ],
  "history-chats": [
    message("text", { isHistory: true, person: { waId: "351910000001" }, text: "Outra antiga" }),
    {
      kind: "echo.unsupported",
      event: {
        type: "message",
        origin: "phone",
        historyStatus: "delivered",
        person: { waId: "351910000001" },
        content: { kind: "unsupported", type: "media_placeholder" },
      },
    },
    message("text", { isHistory: true, person: { ...mika, username: "mika" }, text: "Moi" }),
    message("text", { isHistory: true, groupId: "351910000001-1600000000@g.us", text: "No grupo" }),
    ignored("history"),
  ],
  "history-media": [
    {
      kind: "history.media",
      event: {
        type: "message",
        origin: "phone",
        kind: "image",
        isHistory: true,
        person: { waId: null, bsuid: null },
        providerMessageId: "wamid.PARLEYOLD3",
      },
    },
  ],
  "history-declined": [
    field("history", { type: "account", change: {}, notice: { name: "history_declined", detail: null } }),
  ],
  "history-complete": [
    field("history", { type: "account", change: {}, notice: { name: "history_complete", detail: null } }),
  ],
  "app-state-sync-remove": [
    field("smb_app_state_sync", { type: "contact_name", person: { waId: "351910000777" }, name: null }),
  ],
  "handover-passed": [
    field("messaging_handovers", {
      type: "message",
      person: ana,
      content: { kind: "system", event: "control_theirs", body: "meta_business_agent" },
      control: { by: "meta_business_agent" },
      sentAt: 1793561000000,
    }),
  ],
  "handover-taken": [
    field("messaging_handovers", {
      type: "message",
      person: { bsuid: "PT.70010020030040050060" },
      content: { kind: "system", event: "control_ours", body: null },
      control: { by: null },
    }),
  ],
  "call-terminate": [
    {
      kind: "call.terminate",
      event: { type: "message", providerMessageId: "wacid.PARLEY1", content: { event: "call_missed" } },
    },
  ],
  "account-alert": [
    field("account_alerts", {
      type: "account",
      change: {},
      notice: { name: "alert", detail: "More is needed to raise the limit." },
      at: 1793560000000,
    }),
  ],
  "status-free-entry-point": [
    status("sent", { freeEntryEndsAt: 1793820200000, pricing: { type: "free_entry_point" } }),
  ],
  "app-state-sync": [
    field("smb_app_state_sync", {
      type: "contact_name",
      person: { waId: "351910000001" },
      name: "Ana Ribeiro",
      at: 1793561000000,
    }),
  ],
  "call-connect": [
    {
      kind: "call.connect",
      event: { type: "message", person: ana, content: { kind: "system", event: "call", body: null } },
    },
  ],
  "call-status": [ignored("field.calls")],
  "group-participants": [ignored("field.group_participants_update")],
  "flow-status": [ignored("field.flows")],
  handover: [ignored("field.messaging_handovers")],
  "future-field": [ignored("field.quantum_entanglement")],
  "batch-two-numbers": [
    message("text", { text: "Da Bea", person: { name: "Bea" } }),
    { kind: "message", error: expectText },
    message("text", { text: "Da Ana", person: { name: "Ana Ribeiro" } }),
    {
      kind: "status.delivered",
      channel: { type: "whatsapp", phoneNumberId: "100200300400599" },
      event: { type: "status" },
    },
  ],
};
