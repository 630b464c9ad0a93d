import { describe, expect, it } from "vitest";
import { describeGraphError, toDeliveryError } from "@/lib/channels/graph/error-catalogue";
import { failureActions } from "@/lib/domain/message";

const told = [
  [131047, "agent", "send_template"],
  [131062, "agent", "ask_for_phone"],
  [190, "admin", "reconnect_channel"],
  [132012, "agent", "edit_and_resend"],
] as const;

describe("a failed message", () => {
  it.each(told)("of code %i says that the %s has to act, and how", (code, who, action) => {
    const error = toDeliveryError("whatsapp", code, null, null, null);
    expect(error).toMatchObject({ who, action });
    expect(failureActions).toContain(describeGraphError("whatsapp", code, null).action);
  });
});
