"use client";
import { useState, useTransition } from "react";
import { failureOf } from "@/components/auth/failure-of";
import type { Failure } from "@/lib/domain/result";

type Answer<T> = { data?: T; serverError?: Failure; validationErrors?: unknown } | undefined;

/** Calls an action, one at a time, and keeps how it went: what it gave, or why not. */
export function useCall<I, T>(action: (input: I) => Promise<Answer<T>>) {
  const [outcome, setOutcome] = useState<{ data?: T; failure: Failure | null }>({ failure: null });
  const [isBusy, start] = useTransition();
  const call = (input: I, onDone?: (data: T) => void) => {
    if (isBusy) return;
    start(async () => {
      setOutcome({ failure: null });
      const answer = await action(input).catch(() => unreachable);
      const data = answer?.data as T | undefined;
      const failure = failureOf(answer);
      start(() => setOutcome({ data, failure }));
      if (!failure) onDone?.(data as T);
    });
  };
  return { ...outcome, isBusy, call };
}

const unreachable: Answer<never> = {
  serverError: { code: "unavailable", message: "The server did not answer." },
};
