import { describe, expect, it } from "vitest";
import { failureText } from "@/lib/inbox/api/failure-text";
import messages from "@/messages/en";

describe("the words of a failure in the API", () => {
  it.each(Object.keys(messages.failures))("are a plain sentence for %s", (reason) => {
    const { title, advice } = failureText(reason);
    expect(title).toMatch(/^[A-Z]/);
    expect(`${title} ${advice ?? ""}`).not.toMatch(/[{}]|failures\./);
  });

  it("stay a sentence for a reason that nobody knows", () => {
    expect(failureText("no_such_reason").title).toMatch(/^[A-Z]/);
  });
});
