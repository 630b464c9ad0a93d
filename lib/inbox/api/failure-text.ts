import { createTranslator } from "next-intl";
import type { FailureText } from "@/lib/domain/api/message";
import messages from "@/messages/en";

// Reasons are data, so the keys are not known to the types; `has` asks first.
const translate = createTranslator({ locale: "en", messages }) as unknown as {
  (key: string, values: Record<string, string>): string;
  has(key: string): boolean;
};

/** The plain words of a failure reason, from the same catalogue that the screens use. The API speaks English. */
export function failureText(reason: string): FailureText {
  const key = translate.has(`failures.${reason}.title`) ? `failures.${reason}` : "failures.unknown";
  const values = { name: "the customer" };
  return {
    title: translate(`${key}.title`, values),
    advice: translate.has(`${key}.advice`) ? translate(`${key}.advice`, values) : null,
  };
}
