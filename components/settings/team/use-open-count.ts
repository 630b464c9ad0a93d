"use client";
import { useEffect, useState } from "react";
import { countOpenConversationsAction } from "@/lib/actions/members";

/** How many open conversations a member would lose (those not on `butOn`); null until known. `isAsked` false: none. */
export function useOpenCount(uid: string, butOn: readonly string[] | null, isAsked = true): number | null {
  const [known, setKnown] = useState<{ key: string; count: number } | null>(null);
  const key = JSON.stringify(butOn);
  useEffect(() => {
    if (!isAsked) return;
    let isOver = false;
    const chosen = JSON.parse(key) as string[] | null;
    countOpenConversationsAction({ uid, butOn: chosen }).then(
      (answer) => !isOver && setKnown({ key, count: answer?.data ?? 0 }),
      () => !isOver && setKnown({ key, count: 0 }),
    );
    return () => {
      isOver = true;
    };
  }, [uid, key, isAsked]);
  if (!isAsked) return 0;
  return known?.key === key ? known.count : null;
}
