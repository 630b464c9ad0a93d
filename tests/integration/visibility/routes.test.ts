import { globSync, readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { members } from "@/lib/store/members";
import { browser } from "../auth/support/browser";
import { member, signIn } from "../auth/support/people";
import { useMediaFolder } from "../media/support";
import { useStandIn } from "../outbound/stand-in";
import { instagramChannelId, useWorld } from "../support/world";
import { hiddenThread, markersOf, openThread, type Thread } from "./two-channels";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("visibility-routes");
useStandIn();
useMediaFolder();

type Ask = { params?: Record<string, string>; query?: string };
/** How to ask a route for what is on a thread's channel. A new GET route of the inbox has to be entered here. */
const asks: Record<string, (thread: Thread) => Ask> = {
  "app/api/inbox/channels/route.ts": () => ({}),
  "app/api/inbox/conversations/[id]/messages/route.ts": ({ conversation: { id } }) => ({ params: { id } }),
  "app/api/inbox/conversations/[id]/route.ts": ({ conversation: { id } }) => ({ params: { id } }),
  "app/api/inbox/conversations/route.ts": () => ({ query: "?tab=unread&limit=100" }),
  "app/api/inbox/counts/route.ts": () => ({}),
  "app/api/inbox/media/[conversationId]/[messageId]/[slot]/route.ts": ({ conversation, message }) => ({
    params: { conversationId: conversation.id, messageId: message.id, slot: "0" },
  }),
  "app/api/inbox/members/route.ts": () => ({}),
  "app/api/inbox/templates/route.ts": ({ conversation }) => ({
    query: `?channelId=${conversation.channelId}`,
  }),
};
/** For admins, who see every channel; and a stream: `live.test.ts` looks at what it tells. */
const elsewhere = ["app/api/inbox/conversations/[id]/history/route.ts", "app/api/inbox/live/route.ts"];

const routes = globSync("app/api/inbox/**/route.ts")
  .toSorted()
  .filter((path) => /^export const GET\b/m.test(readFileSync(path, "utf8")));

let hidden: Thread;
let open: Thread;
beforeAll(async () => {
  hidden = await hiddenThread();
  open = await openThread();
});
beforeEach(() => browser.reset());

const signInWith = async (channelIds: string[] | null) => {
  const who = await member("agent");
  await members().doc(who.id).update({ channelIds });
  await signIn(who);
};

async function ask(path: string, thread: Thread) {
  const { params = {}, query = "" } = asks[path]?.(thread) ?? {};
  const { GET } = await import(/* @vite-ignore */ `@/${path}`);
  const answer: Response = await GET(new Request(`http://localhost:3000/x${query}`), {
    params: Promise.resolve(params),
  });
  return { status: answer.status, text: await answer.text() };
}

describe("every read of the inbox", () => {
  it("is entered here", () => {
    expect([...Object.keys(asks), ...elsewhere].toSorted()).toEqual(routes);
  });

  it.each(Object.keys(asks))("%s tells nothing of a channel that is hidden from who asks", async (path) => {
    await signInWith([instagramChannelId]);
    for (const thread of [hidden, open]) {
      const { text } = await ask(path, thread);
      // What was asked for by name may be named in a refusal's own address, and nowhere else.
      for (const marker of markersOf(hidden)) expect(text).not.toContain(marker);
    }
  });

  it.each(Object.keys(asks))("%s answers on a channel that is not hidden", async (path) => {
    await signInWith([instagramChannelId]);
    const isTemplates = path.includes("/templates/");
    expect((await ask(path, open)).status).toBe(isTemplates ? 404 : 200);
  });

  it.each(Object.keys(asks).filter((path) => !/counts|members|templates/.test(path)))(
    "%s tells all of it to somebody who may see every channel",
    async (path) => {
      await signInWith(null);
      const { status, text } = await ask(path, hidden);
      expect(status).toBe(200);
      expect(markersOf(hidden).some((marker) => text.includes(marker))).toBe(true);
    },
  );

  it("counts what is not hidden only", async () => {
    await signInWith([instagramChannelId]);
    const { text } = await ask("app/api/inbox/counts/route.ts", open);
    expect(JSON.parse(text)).toEqual({ all: 1, unread: 1, mine: 0 });
    await signInWith(null);
    expect(JSON.parse((await ask("app/api/inbox/counts/route.ts", open)).text)).toMatchObject({ all: 2 });
    await signInWith([]);
    expect(JSON.parse((await ask("app/api/inbox/counts/route.ts", open)).text)).toMatchObject({ all: 0 });
  });
});
