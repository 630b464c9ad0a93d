"use client";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { ChannelSummary } from "@/lib/client/inbox-data";
import { LiveProvider } from "@/lib/client/live-provider";
import { paths } from "@/lib/paths";
import { ChannelBanners } from "./channel-banner";
import { ConnectionBar } from "./connection-bar";
import { MemberProvider, type ShellMember } from "./member-context";
import { Rail } from "./rail";
import { TimeZoneCookie } from "./time-zone-cookie";
import { useDirection } from "./use-direction";
import { useShortcuts } from "./use-shortcuts";

type Props = {
  member: ShellMember;
  /** Empty until an admin has given it. */
  businessName: string;
  /** Resume cursor and render time (epoch ms), for the live stream and the clock. */
  cursor: string;
  renderedAt: number;
  channels: ChannelSummary[];
  children: ReactNode;
};

const loadHelp = () => import("./keyboard-help");
const KeyboardHelp = lazy(async () => ({ default: (await loadHelp()).KeyboardHelp }));

/** The frame around every signed-in page: rail, bars about trouble, the page, and the keys that work everywhere. */
export function AppFrame({ member, businessName, cursor, renderedAt, channels, children }: Props) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [help, setHelp] = useState<"never" | "open" | "closed">("never");
  const showHelp = () => {
    loadHelp().then(
      () => setHelp("open"),
      () => undefined,
    );
  };
  useShortcuts({
    "?": showHelp,
    "g i": () => router.push(paths.inbox()),
    "g s": () => router.push(paths.settings.home()),
  });
  return (
    <DirectionProvider direction={useDirection()}>
      <MemberProvider member={member}>
        <LiveProvider member={member} cursor={cursor} renderedAt={renderedAt}>
          <a
            href="#content"
            className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-50 focus:rounded-control focus:bg-accent focus:px-3 focus:py-2 focus:text-accent-text"
          >
            {t("skipToContent")}
          </a>
          <div className="flex h-dvh flex-col-reverse wide:flex-row">
            <Rail businessName={businessName} onShowKeys={showHelp} />
            <div className="flex min-h-0 min-w-0 flex-1 flex-col">
              <ConnectionBar />
              <ChannelBanners fallback={channels} />
              <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
                {children}
              </main>
            </div>
          </div>
          {help === "never" ? null : (
            <Suspense>
              <KeyboardHelp
                isOpen={help === "open"}
                onOpenChange={(isOpen) => setHelp(isOpen ? "open" : "closed")}
              />
            </Suspense>
          )}
          <TimeZoneCookie />
        </LiveProvider>
      </MemberProvider>
    </DirectionProvider>
  );
}
