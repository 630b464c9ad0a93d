"use client";
import { useEffect, useRef, useState } from "react";
import type { ChannelType } from "@/lib/domain/channel";
import { type Recording, type RecordingProblem, startRecording } from "./record";

export type RecorderState =
  | { step: "asking" }
  | { step: "recording"; isPaused: boolean }
  | { step: "recorded"; file: File; url: string }
  | { step: "problem"; problem: RecordingProblem };

/** Longer is no voice note, and would not fit into Instagram's 25 MB. */
const MAX_MS = 15 * 60_000;
const TICK_MS = 250;

/** A recorder that starts with the component and lets the microphone go with it. */
export function useRecorderMachine(channel: ChannelType) {
  const [state, setState] = useState<RecorderState>({ step: "asking" });
  const [elapsedMs, setElapsedMs] = useState(0);
  const recording = useRef<Recording | null>(null);
  const isRunning = state.step === "recording" && !state.isPaused;

  useEffect(() => {
    let isOver = false;
    void startRecording(channel).then((started) => {
      if (typeof started === "string") {
        if (!isOver) setState({ step: "problem", problem: started });
        return;
      }
      if (isOver) return started.cancel();
      recording.current = started;
      setState({ step: "recording", isPaused: false });
    });
    return () => {
      isOver = true;
      recording.current?.cancel();
      recording.current = null;
    };
  }, [channel]);

  useEffect(() => {
    if (!isRunning) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const step = now - last;
      last = now;
      setElapsedMs((known) => known + step);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);

  const url = state.step === "recorded" ? state.url : null;
  useEffect(() => {
    if (url) return () => URL.revokeObjectURL(url);
  }, [url]);

  async function stop(): Promise<void> {
    const file = await recording.current?.stop();
    recording.current = null;
    if (file) setState({ step: "recorded", file, url: URL.createObjectURL(file) });
  }

  const isTooLong = elapsedMs >= MAX_MS;
  useEffect(() => {
    if (!isTooLong) return;
    void recording.current?.stop().then((file) => {
      recording.current = null;
      setState({ step: "recorded", file, url: URL.createObjectURL(file) });
    });
  }, [isTooLong]);

  return {
    state,
    elapsedMs,
    stop,
    level: () => recording.current?.level() ?? 0,
    togglePause() {
      if (state.step !== "recording") return;
      if (state.isPaused) recording.current?.resume();
      else recording.current?.pause();
      setState({ step: "recording", isPaused: !state.isPaused });
    },
  };
}
