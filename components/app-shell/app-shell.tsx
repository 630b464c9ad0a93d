import type { ReactNode } from "react";
import { listChannels } from "@/lib/inbox/read/list-channels";
import { liveCursor } from "@/lib/server/live/cursor";
import { currentLook } from "@/lib/server/page/look";
import type { MemberActor } from "@/lib/server/session/current";
import { AppFrame } from "./app-frame";
import { ClientMessages } from "./client-messages";

/** A page renders beside its layout, so its reads may be a little older than this moment. */
const CURSOR_MARGIN_MS = 5_000;
const shared = ["ui", "pages", "errors", "shell", "shortcuts", "inbox"];

type Props = {
  actor: MemberActor;
  /** Message namespaces that the client components of these pages use, beside the shell's own. */
  namespaces?: readonly string[];
  children: ReactNode;
};

/** The shell of every signed-in page. The layout that uses it has made sure who `actor` is. */
export async function AppShell({ actor, namespaces = [], children }: Props) {
  const renderedAt = Date.now();
  const { id, name, role } = actor;
  const { general } = await currentLook();
  return (
    <ClientMessages namespaces={[...shared, ...namespaces]}>
      <AppFrame
        member={{ id, name, role }}
        businessName={general.businessName}
        cursor={liveCursor(renderedAt - CURSOR_MARGIN_MS)}
        renderedAt={renderedAt}
        channels={await listChannels(actor)}
      >
        {children}
      </AppFrame>
    </ClientMessages>
  );
}
