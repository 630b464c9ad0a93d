import { text } from "node:stream/consumers";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { MemberProvider } from "@/components/app-shell/member-context";
import { MessageRow } from "@/components/thread/message-row";
import { ThreadContext } from "@/components/thread/thread-context";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { VersionedConversation } from "@/lib/domain/live-event";
import messages from "@/messages/en";

type Options = {
  /** The loaded thread; the message itself when not given. */
  thread?: readonly ThreadMessage[];
  role?: "admin" | "agent" | "viewer";
};

/** The HTML of a message in its thread, with everything that loads on demand. */
export async function drawMessage(message: ThreadMessage, options: Options = {}): Promise<string> {
  const row = { message, isFirstOfDay: false, isFirstUnread: false, isGroupStart: true, isGroupEnd: true };
  return drawInThread(<MessageRow row={row} unreadCount={0} />, { thread: [message], ...options });
}

/** The HTML of anything that stands in a thread with Amara. */
export async function drawInThread(
  children: ReactNode,
  { thread = [], role = "agent" }: Options = {},
): Promise<string> {
  const { prelude } = await prerenderToNodeStream(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <MemberProvider member={{ id: "ines", name: "Ines", role }}>
        <ThreadContext
          value={{
            conversation: { id: "wa_1__wa_2", channel: "whatsapp" } as VersionedConversation,
            name: "Amara",
            messages: thread,
            reply: () => undefined,
            showPicture: () => undefined,
          }}
        >
          {children}
        </ThreadContext>
      </MemberProvider>
    </NextIntlClientProvider>,
  );
  return (await text(prelude))
    .replaceAll("<!-- -->", "")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"');
}
