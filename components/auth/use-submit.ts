"use client";
import { type SyntheticEvent, useState, useTransition } from "react";
import { useHydrated } from "@/components/app-shell/use-hydrated";
import type { Failure } from "@/lib/domain/result";

type Submit = {
  failure: Failure | null;
  isBusy: boolean;
  /** False until the page can submit by itself; before that a submit would leave it. */
  isReady: boolean;
  onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void;
};

/** A form that runs `run` with what was typed, one at a time, and keeps what it answers when it failed. */
export function useSubmit(run: (form: FormData) => Promise<Failure | null>): Submit {
  const isReady = useHydrated();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, start] = useTransition();
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    start(async () => {
      setFailure(null);
      const said = await run(form).catch(() => unreachable);
      start(() => setFailure(said));
    });
  };
  return { failure, isBusy, isReady, onSubmit };
}

const unreachable: Failure = { code: "unavailable", message: "The server did not answer." };
