"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Failure } from "@/lib/domain/result";
import type { IdentityProviderKind } from "@/lib/domain/session";
import { FailureLine } from "../../auth/failure-line";
import type { ChannelChoice } from "../channels-field";
import { LinkDialog, type ShownLink } from "./link-dialog";

type Team = {
  channels: readonly ChannelChoice[];
  provider: IdentityProviderKind;
  /** Says how a change went: a sentence, or what failed. */
  say: (outcome: string | Failure) => void;
  /** Shows a one-time link to pass on. */
  showLink: (link: ShownLink) => void;
};

const Context = createContext<Team | null>(null);

export function useTeam(): Team {
  const team = useContext(Context);
  if (!team) throw new Error("TeamNotice is missing above this component.");
  return team;
}

type Props = { channels: readonly ChannelChoice[]; provider: IdentityProviderKind; children: ReactNode };

/** One place on the team page for how the last change went. */
export function TeamNotice({ channels, provider, children }: Props) {
  const [outcome, setOutcome] = useState<string | Failure | null>(null);
  const [link, setLink] = useState<ShownLink | null>(null);
  const team = useMemo(
    () => ({ channels, provider, say: setOutcome, showLink: setLink }),
    [channels, provider],
  );
  const isSentence = typeof outcome === "string";
  return (
    <Context value={team}>
      {children}
      <div className="sticky bottom-0 mt-3 min-h-6 bg-surface">
        <p role="status" className="py-1 text-sm empty:hidden">
          {isSentence ? outcome : null}
        </p>
        <FailureLine failure={isSentence ? null : outcome} />
      </div>
      {link ? <LinkDialog link={link} onClose={() => setLink(null)} /> : null}
    </Context>
  );
}
