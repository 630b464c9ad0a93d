"use client";
import { useState } from "react";
import useSWR from "swr";
import { failureOf } from "@/components/auth/failure-of";
import { startReplayAction, stopReplayAction } from "@/lib/actions/webhook-events";
import { fetchJson, type ReadError } from "@/lib/client/fetcher";
import type { ReplayMode, ReplayProgress, ReplayScope } from "@/lib/domain/replay";
import type { Failure } from "@/lib/domain/result";
import { paths } from "@/lib/paths";

const RUNNING_MS = 1_000;
const RESTING_MS = 15_000;
const unreachable: Failure = { code: "unavailable", message: "The server did not answer." };

/** The latest replay of many, followed closely while it runs; `onEnd` is called when it ends. */
export function useReplay(first: ReplayProgress | null, onEnd: () => void) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { data: latest = first, mutate } = useSWR<ReplayProgress | null, ReadError>(
    paths.api.latestReplay(),
    fetchJson<ReplayProgress | null>,
    {
      fallbackData: first,
      revalidateOnMount: false,
      refreshInterval: (known) => (known?.state === "running" ? RUNNING_MS : RESTING_MS),
      onSuccess: (next) => {
        // A short one may have begun and ended between two looks.
        const isNew = next?.id !== latest?.id;
        if (next?.state !== "running" && (isNew || latest?.state === "running")) onEnd();
      },
    },
  );

  async function run(work: () => Promise<{ serverError?: Failure } | undefined>): Promise<boolean> {
    setIsBusy(true);
    const failed = await work().then(failureOf, () => unreachable);
    setFailure(failed);
    await mutate();
    setIsBusy(false);
    return failed === null;
  }

  return {
    latest,
    failure,
    isBusy,
    start: (mode: ReplayMode, scope: ReplayScope) => run(() => startReplayAction({ mode, scope })),
    stop: (id: string) => run(() => stopReplayAction({ id })),
  };
}
