import { sim } from "./healthy";
import { type MadeFault, node, wa } from "./make-fault";

export const numberFaults: MadeFault[] = [
  {
    name: "the quality is medium",
    line: wa("quality"),
    state: "warn",
    outcome: "medium",
    ...node({ quality_rating: "YELLOW" }),
  },
  {
    name: "the quality is low",
    line: wa("quality"),
    state: "fail",
    outcome: "low",
    ...node({ quality_rating: "RED" }),
  },
  {
    name: "the limit is 250 people",
    line: wa("messagingLimit"),
    state: "warn",
    outcome: "small",
    ...node({ whatsapp_business_manager_messaging_limit: "TIER_250" }),
  },
  {
    name: "the name is declined",
    line: wa("nameStatus"),
    state: "fail",
    outcome: "declined",
    ...node({ name_status: "DECLINED" }),
  },
  {
    name: "the name is being checked",
    line: wa("nameStatus"),
    state: "warn",
    outcome: "pending",
    ...node({ name_status: "PENDING_REVIEW" }),
  },
  {
    name: "the number is banned",
    line: wa("numberStatus"),
    state: "fail",
    outcome: "banned",
    ...node({ status: "BANNED" }),
  },
  {
    name: "the number is a test number",
    line: wa("numberStatus"),
    state: "warn",
    outcome: "sandbox",
    ...node({ account_mode: "SANDBOX" }),
  },
  {
    name: "Meta blocks it",
    line: wa("canSend"),
    state: "fail",
    outcome: "blocked",
    ...node({
      health_status: {
        can_send_message: "BLOCKED",
        entities: [
          {
            entity_type: "WABA",
            id: "1",
            can_send_message: "BLOCKED",
            errors: [
              {
                error_code: 141006,
                error_description: "There is an issue with the payment method.",
                possible_solution: "Add one.",
              },
            ],
          },
        ],
      },
    }),
  },
  {
    name: "the number is not registered",
    line: wa("throughput"),
    state: "fail",
    outcome: "notRegistered",
    ...node({ throughput: { level: "NOT_APPLICABLE" } }),
  },
  {
    name: "the phone app is used beside it",
    line: wa("throughput"),
    state: "warn",
    outcome: "besideApp",
    ...node({ is_on_biz_app: true }),
  },
  {
    name: "a template is paused",
    line: wa("templates"),
    state: "warn",
    outcome: "stopped",
    make: () => sim("PATCH", "templates/hello_again/en_US", { status: "PAUSED" }),
    mend: () => sim("PATCH", "templates/hello_again/en_US", { status: "APPROVED" }),
  },
];
