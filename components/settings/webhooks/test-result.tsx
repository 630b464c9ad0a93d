"use client";
import { useTranslations } from "next-intl";
import type { DeliveryAttempt } from "@/lib/domain/webhook-delivery";
import { useAnswerWords } from "./use-answer-words";

/** How the test event went, announced. */
export function TestResult({ attempt }: { attempt: DeliveryAttempt | null }) {
  const t = useTranslations("settings.webhooks");
  const say = useAnswerWords();
  const isTaken =
    attempt !== null && attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
  return (
    <p role="status" className={`text-sm empty:hidden ${isTaken ? "text-done" : "text-danger"}`}>
      {attempt
        ? t(isTaken ? "testGood" : "testBad", { answer: say(attempt), ms: String(attempt.durationMs) })
        : null}
    </p>
  );
}
