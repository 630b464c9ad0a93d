"use client";
import useSWRInfinite from "swr/infinite";
import type { DeliveryState, WebhookDelivery } from "@/lib/domain/webhook-delivery";
import { fetchJson, type ReadError } from "./fetcher";
import { keys } from "./keys";

type Page = { items: WebhookDelivery[]; nextCursor: string | null };
const LIVE_MS = 2_000;

/** A webhook's log, newest first, looked at again every two seconds while it is on the screen. */
export function useDeliveries(id: string, state: DeliveryState | null) {
  const { data, error, size, setSize, mutate } = useSWRInfinite<Page, ReadError>(
    (index, previous: Page | null) =>
      index > 0 && !previous?.nextCursor
        ? null
        : keys.webhookDeliveries(id, state, previous?.nextCursor ?? null),
    fetchJson<Page>,
    { refreshInterval: LIVE_MS, revalidateAll: true, keepPreviousData: true },
  );
  return {
    deliveries: data?.flatMap(({ items }) => items) ?? null,
    hasMore: data?.at(-1)?.nextCursor != null,
    error: data === undefined ? (error ?? null) : null,
    showMore: () => void setSize(size + 1),
    refresh: () => void mutate(),
  };
}
