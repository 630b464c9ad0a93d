import type { FailureText } from "@/lib/domain/api/message";
import catalogue from "@/messages/en.json";

type Entry = { title: string; advice?: string };

/** The plain words of a failure reason, from the same catalogue that the screens use. The API speaks English. */
export function failureText(reason: string): FailureText {
  const failures = (catalogue as { failures?: Record<string, Entry> }).failures ?? {};
  const entry = failures[reason];
  if (!entry) return { title: "Not delivered", advice: null };
  return { title: fill(entry.title), advice: entry.advice ? fill(entry.advice) : null };
}

const fill = (text: string) => text.replaceAll("{name}", "the customer");
