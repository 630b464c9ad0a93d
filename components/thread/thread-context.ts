"use client";
import { createContext, use } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { VersionedConversation } from "@/lib/domain/live-event";
import type { PictureRef } from "./lightbox/pictures-of";

type Thread = {
  conversation: VersionedConversation;
  /** What to call the customer. */
  name: string;
  /** Loaded messages, oldest first. */
  messages: readonly ThreadMessage[];
  reply: (message: ThreadMessage) => void;
  /** Opens a picture of the thread over the page. */
  showPicture: (picture: PictureRef) => void;
};

export const ThreadContext = createContext<Thread | null>(null);

/** The thread around a message. */
export function useThreadContext(): Thread {
  const thread = use(ThreadContext);
  if (!thread) throw new Error("ThreadContext is missing above this component.");
  return thread;
}
