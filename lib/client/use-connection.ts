"use client";

import { useSyncExternalStore } from "react";
import { type Connection, firstConnection } from "./connection";
import { useInboxStore } from "./live-provider";

/** How live the screen is. `since` (epoch ms): from when on it may be stale; null while it is live. */
export function useConnection(): Pick<Connection, "state" | "since"> {
  const { live } = useInboxStore();
  return useSyncExternalStore(live.watchConnection, live.connection, () => firstConnection);
}
