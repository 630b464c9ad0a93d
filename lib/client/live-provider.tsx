"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { SWRConfig, useSWRConfig } from "swr";
import { fetchJson, isReachable } from "./fetcher";
import { createInboxStore, type InboxStore } from "./inbox-store";
import { keys } from "./keys";

type Props = {
  member: { id: string; name: string };
  /** `liveCursor()` of `lib/server/live/cursor`, taken before the page's reads: the stream starts there. */
  cursor: string;
  /** Epoch ms at which the server rendered; what `useNow` says until the page is alive. */
  renderedAt: number;
  children: ReactNode;
};

const StoreContext = createContext<InboxStore | null>(null);

/** Holds the browser's one copy of inbox data (an SWR cache per member) and keeps it live. Goes around the inbox. */
export function LiveProvider({ member, ...rest }: Props) {
  return (
    <SWRConfig key={member.id} value={swrConfig}>
      <Store member={member} {...rest} />
    </SWRConfig>
  );
}

/** The store behind the hooks of this folder. */
export function useInboxStore(): InboxStore {
  const store = use(StoreContext);
  if (!store) throw new Error("LiveProvider is missing above this component.");
  return store;
}

function Store({ member, cursor, renderedAt, children }: Props) {
  const { cache, mutate } = useSWRConfig();
  const [store] = useState(() =>
    createInboxStore({
      access: { cache, mutate },
      member,
      cursor,
      renderedAt,
      probe: () => isReachable(keys.channels()),
    }),
  );
  useEffect(() => store.start(), [store]);
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** What is cached is kept right by the stream, so nothing is fetched again on focus or on mount. */
const swrConfig = {
  provider: () => new Map(),
  fetcher: fetchJson,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  revalidateIfStale: false,
  errorRetryInterval: 2_000,
};
