"use client";
import { type ComponentProps, lazy } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { UnloadedBody } from "./body/unloaded-body";
import { loadAgain } from "./load-again";

type Bodies = typeof import("./body/rich-body");

let known: Bodies | null = null;

/** Everything but plain texts, in a chunk of its own. */
export async function loadRichBodies(): Promise<Bodies> {
  known ??= await import("./body/rich-body");
  return known;
}

/** A body that is not only words. Drawn at once when its code is here: `lazy` would first draw a placeholder. */
export function RichBody(props: ComponentProps<Bodies["RichBody"]>) {
  return known ? <known.RichBody {...props} /> : <LateBody {...props} />;
}

/** The card of an ad; nothing where its code cannot be fetched. */
export function AdCard(props: ComponentProps<Bodies["AdCard"]>) {
  return known ? <known.AdCard {...props} /> : <LateAdCard {...props} />;
}

export function StoryQuote(props: ComponentProps<Bodies["StoryQuote"]>) {
  return known ? <known.StoryQuote {...props} /> : <LateStoryQuote {...props} />;
}

/** Whether a message is only words, which need no chunk. Pure. */
export function isPlain({ content, text }: Pick<ThreadMessage, "content" | "text">): boolean {
  return content.kind === "system" || (content.kind === "text" && text !== null);
}

/** Stops what plays, if anything ever has. */
export function stopSound(): void {
  known?.stopSound();
}

const late = () => loadAgain(loadRichBodies).catch(() => null);
const LateBody = lazy(async () => ({ default: (await late())?.RichBody ?? UnloadedBody }));
const LateAdCard = lazy(async () => ({ default: (await late())?.AdCard ?? Nothing }));
const LateStoryQuote = lazy(async () => ({ default: (await late())?.StoryQuote ?? Nothing }));

function Nothing(_: object) {
  return null;
}
