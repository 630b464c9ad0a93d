"use client";

import { useEffect, useEffectEvent } from "react";
import type { LiveEvent } from "@/lib/domain/live-event";
import { useInboxStore } from "./live-provider";

/** Calls `onEvent` for every live event after it is in the cache, e.g. to announce a new message. */
export function useLive(onEvent: (event: LiveEvent) => void): void {
  const { live } = useInboxStore();
  const tell = useEffectEvent(onEvent);
  useEffect(() => live.listen((event) => tell(event)), [live]);
}
