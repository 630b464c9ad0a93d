"use client";
import { lazy, useEffect, useState } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { UnloadedBody } from "./body/unloaded-body";

type Bodies = typeof import("./body/rich-body");

const TRIES = 4;
const AGAIN_MS = 1_500;

let known: Bodies | null = null;
let loading: Promise<Bodies> | null = null;

/** Everything but plain texts, in a chunk of its own. A body that cannot be fetched is asked for again. */
export function loadRichBodies(): Promise<Bodies> {
  loading ??= fetchBodies(TRIES);
  return loading;
}

export const RichBody = lazy(async () => {
  const bodies = await loadRichBodies().catch(() => null);
  return { default: bodies?.RichBody ?? UnloadedBody };
});

/** The card of an ad; nothing where the chunk cannot be fetched. */
export const AdCard = lazy(async () => {
  const bodies = await loadRichBodies().catch(() => null);
  return { default: bodies?.AdCard ?? Nothing };
});

export const StoryQuote = lazy(async () => {
  const bodies = await loadRichBodies().catch(() => null);
  return { default: bodies?.StoryQuote ?? Nothing };
});

/**
 * Whether the messages can be drawn at once. The chunk is fetched as soon as a thread is open; a thread with more
 * than words waits for it rather than draw placeholders over what the server has drawn.
 */
export function useBodiesReady(messages: readonly ThreadMessage[]): boolean {
  const [isDone, setIsDone] = useState(known !== null);
  useEffect(() => {
    const done = () => setIsDone(true);
    loadRichBodies().then(done, done);
    return stopSound;
  }, []);
  const isAllPlain = (message: ThreadMessage) =>
    isPlain(message) && !message.referral && !message.replyTo?.story;
  return isDone || messages.every(isAllPlain);
}

/** Whether a message is only words, which need no chunk. Pure. */
export function isPlain({ content, text }: Pick<ThreadMessage, "content" | "text">): boolean {
  return content.kind === "system" || (content.kind === "text" && text !== null);
}

function Nothing(_: object) {
  return null;
}

/** Stops what plays, if anything ever has. */
function stopSound(): void {
  known?.stopSound();
}

async function fetchBodies(triesLeft: number): Promise<Bodies> {
  try {
    known = await import("./body/rich-body");
    return known;
  } catch (error) {
    if (triesLeft <= 1) {
      loading = null;
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return fetchBodies(triesLeft - 1);
  }
}
