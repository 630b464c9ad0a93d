"use client";

import useSWR from "swr";
import { refreshTemplatesAction } from "@/lib/actions/templates";
import type { TemplateList } from "@/lib/inbox/templates/list";
import { fetchJson, type ReadError } from "./fetcher";
import { keys } from "./keys";

/** A WhatsApp channel's templates; null until known. `refresh` asks Meta now and says whether it could be asked. */
export function useTemplates(channelId: string | null) {
  const key = channelId === null ? null : keys.templates(channelId);
  const { data, error, mutate } = useSWR<TemplateList, ReadError>(key, fetchJson<TemplateList>);

  async function refresh(): Promise<boolean> {
    if (channelId === null) return false;
    const answer = await refreshTemplatesAction({ channelId }).catch(() => null);
    if (!answer?.data) return false;
    await mutate(answer.data, { revalidate: false });
    return answer.data.failure === null;
  }

  return {
    list: data ?? null,
    error: data === undefined ? (error ?? null) : null,
    retry: () => void mutate(),
    refresh,
  };
}
