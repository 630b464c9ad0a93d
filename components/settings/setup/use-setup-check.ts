"use client";
import { useCallback, useState } from "react";
import { checkSetup } from "@/lib/client/check-setup";
import { inOrder, type SaidLine, withLine } from "@/lib/domain/doctor/said-line";

type Progress = { only: string | null; done: number; all: number };
export type SetupState = {
  lines: SaidLine[];
  checkedAt: number | null;
  /** What is being looked at: all, or one line; null when nothing is. */
  progress: Progress | null;
  hasFailed: boolean;
};

/** The lines as they are known, and the ways to look again. */
export function useSetupCheck(initial: Pick<SetupState, "lines" | "checkedAt">) {
  const [state, setState] = useState<SetupState>({ ...initial, progress: null, hasFailed: false });
  const check = useCallback(async (only: string | null) => {
    let keys: string[] = [];
    setState((now) => ({ ...now, hasFailed: false, progress: { only, done: 0, all: 0 } }));
    const isDone = await checkSetup(only, (event) => {
      if (event.type === "begin") {
        keys = event.keys;
        setState((now) => ({ ...now, progress: { only, done: 0, all: keys.length } }));
      }
      if (event.type === "line") {
        setState((now) => ({
          ...now,
          lines: withLine(now.lines, event.line),
          progress: now.progress && { ...now.progress, done: now.progress.done + 1 },
        }));
      }
    });
    setState((now) => ({
      lines: isDone && only === null ? inOrder(now.lines, keys) : now.lines,
      checkedAt: isDone && only === null ? Date.now() : now.checkedAt,
      progress: null,
      hasFailed: !isDone,
    }));
  }, []);
  return { ...state, check };
}
