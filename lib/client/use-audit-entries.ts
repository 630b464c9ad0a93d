"use client";

import { useEffect, useReducer, useState } from "react";
import useSWR from "swr";
import { paths } from "@/lib/paths";
import { type AuditPageData, withNewest, withOlder } from "./audit-entries";
import { fetchJson, type ReadError } from "./fetcher";

export const AUDIT_PAGE = 50;
const POLL_MS = 10_000;

type Filter = Parameters<typeof paths.api.audit>[0];
type Change = { kind: "newest" | "older"; page: AuditPageData };

/** The audit log from the newest entry on: looked at again every ten seconds while the page is seen. */
export function useAuditEntries(filter: Filter, first: AuditPageData) {
  const [list, change] = useReducer(changed, first);
  const [isLoading, setIsLoading] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const url = paths.api.audit(filter, { limit: AUDIT_PAGE });
  const { data, error } = useSWR<AuditPageData, ReadError>(url, fetchJson<AuditPageData>, {
    fallbackData: first,
    revalidateOnMount: false,
    refreshInterval: POLL_MS,
  });
  useEffect(() => {
    if (data) change({ kind: "newest", page: data });
  }, [data]);

  async function loadOlder() {
    setIsLoading(true);
    setHasFailed(false);
    try {
      const cursor = list.nextCursor;
      const page = await fetchJson<AuditPageData>(paths.api.audit(filter, { limit: AUDIT_PAGE, cursor }));
      change({ kind: "older", page });
    } catch {
      setHasFailed(true);
    } finally {
      setIsLoading(false);
    }
  }
  return { ...list, isStale: error !== undefined, isLoading, hasFailed, loadOlder };
}

function changed(list: AuditPageData, { kind, page }: Change): AuditPageData {
  return kind === "newest" ? withNewest(list, page) : withOlder(list, page);
}
