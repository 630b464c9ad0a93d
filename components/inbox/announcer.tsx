"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useLive } from "@/lib/client/use-live";
import type { LiveEvent } from "@/lib/domain/live-event";
import { contactName } from "./contact-name";
import { previewText } from "./preview";

const GATHER_MS = 1_500;
const RECENT_MS = 60_000;

/** The one live region: what the open customer says, word by word; what the others say, as a count. */
export function Announcer({ openId }: { openId: string | null }) {
  const t = useTranslations("inbox");
  const [words, setWords] = useState("");
  const told = useRef(new Set<string>());
  const gathered = useRef({ names: [] as string[], open: [] as string[] });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  useLive((event) => {
    if (event.type !== "conversation") return;
    const name = contactName(event.conversation) ?? t("unknownContact");
    for (const message of newInbound(event)) {
      if (told.current.has(message.id)) continue;
      told.current.add(message.id);
      const text = previewText(t, { ...message, isRevoked: message.revokedAt !== null });
      if (event.conversation.id === openId) gathered.current.open.push(t("byAuthor", { author: name, text }));
      else gathered.current.names.push(name);
      timer.current ??= setTimeout(tell, GATHER_MS);
    }
  });

  function tell() {
    const { names, open } = gathered.current;
    gathered.current = { names: [], open: [] };
    timer.current = undefined;
    const others = names[0] ? [t("announceMany", { count: names.length, name: names[0] })] : [];
    setWords([...open, ...others].join(" "));
  }

  return (
    <div role="status" aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}

function newInbound(event: Extract<LiveEvent, { type: "conversation" }>) {
  const since = Date.now() - RECENT_MS;
  return event.messages.filter((message) => message.direction === "inbound" && message.receivedAt > since);
}
