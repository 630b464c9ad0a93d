"use client";
import useSWRInfinite from "swr/infinite";
import type { DeliveryState, WebhookDelivery } from "@/lib/domain/webhook-delivery";
import { fetchJson, type ReadError } from "./fetcher";
import { keys } from "./keys";

export type DeliveryPage = { items: WebhookDelivery[]; nextCursor: string | null };
const LIVE_MS = 2_000;

/**
 * A webhook's log, newest first, looked at again every two seconds while it is on the screen. `first`: the page that
 * came with the document, of all states.
 */
export function useDeliveries(id: string, state: DeliveryState | null, first: DeliveryPage | null) {
  const { data, error, size, setSize, mutate } = useSWRInfinite<DeliveryPage, ReadError>(
    (index, previous: DeliveryPage | null) =>
      index > 0 && !previous?.nextCursor
        ? null
        : keys.webhookDeliveries(id, state, previous?.nextCursor ?? null),
    fetchJson<DeliveryPage>,
    {
      refreshInterval: LIVE_MS,
      revalidateAll: true,
      keepPreviousData: true,
      fallbackData: state === null && first ? [first] : undefined,
    },
  );
  return {
    deliveries: data?.flatMap(({ items }) => items) ?? null,
    hasMore: data?.at(-1)?.nextCursor != null,
    error: data === undefined ? (error ?? null) : null,
    showMore: () => void setSize(size + 1),
    refresh: () => void mutate(),
  };
}
