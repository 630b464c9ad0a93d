"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the page is still the server's, true once it is alive. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
