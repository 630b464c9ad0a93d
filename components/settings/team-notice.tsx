"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Failure } from "@/lib/domain/result";
import type { IdentityProviderKind } from "@/lib/domain/session";
import { FailureLine } from "../auth/failure-line";
import { PasswordLinkDialog } from "./password-link-dialog";

type Notice = {
  /** Says how a change went: a sentence, or what failed. */
  say: (outcome: string | Failure) => void;
  /** Shows a one-time link to pass on. */
  showLink: (name: string, link: string) => void;
};

const Context = createContext<Notice>({ say: () => {}, showLink: () => {} });
export const useTeamNotice = () => useContext(Context);

/** One place on the team page for how the last change went. */
export function TeamNotice({ provider, children }: { provider: IdentityProviderKind; children: ReactNode }) {
  const [outcome, setOutcome] = useState<string | Failure | null>(null);
  const [link, setLink] = useState<{ name: string; link: string } | null>(null);
  const notice = useMemo(
    () => ({ say: setOutcome, showLink: (name: string, url: string) => setLink({ name, link: url }) }),
    [],
  );
  const isSentence = typeof outcome === "string";
  return (
    <Context value={notice}>
      {children}
      <div className="mt-3 min-h-6">
        <p role="status" className="text-sm empty:hidden">
          {isSentence ? outcome : null}
        </p>
        <FailureLine failure={isSentence ? null : outcome} />
      </div>
      {link ? <PasswordLinkDialog {...link} provider={provider} onClose={() => setLink(null)} /> : null}
    </Context>
  );
}
