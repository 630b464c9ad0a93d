"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { saveInteractiveAction } from "@/lib/actions/saved-interactives";
import type { ChannelType } from "@/lib/domain/channel";
import type { Interactive } from "@/lib/domain/interactive";
import { CountedField } from "./counted-field";

type Props = { channel: ChannelType; interactive: Interactive; isRight: boolean };

/** Keeps a built message under a name, for the whole team. */
export function SaveForLater({ channel, interactive, isRight }: Props) {
  const t = useTranslations("sendMore");
  const [name, setName] = useState<string | null>(null);
  const [state, setState] = useState<"idle" | "busy" | "saved" | "failed">("idle");

  async function save() {
    if (!name?.trim()) return;
    setState("busy");
    const answer = await saveInteractiveAction({ channel, name: name.trim(), interactive }).catch(() => null);
    setState(answer?.data ? "saved" : "failed");
    if (answer?.data) setName(null);
  }

  return (
    <>
      <p role="status" className="text-sm text-text-muted empty:hidden">
        {state === "saved" ? t("saved") : state === "failed" ? t("saveFailed") : null}
      </p>
      {name === null ? (
        <Button variant="ghost" aria-disabled={!isRight || undefined} onClick={() => isRight && setName("")}>
          {t("save")}
        </Button>
      ) : (
        <div className="flex w-full items-center gap-2">
          <div className="flex-1">
            <CountedField label={t("saveAs")} value={name} limit={80} onChange={setName} />
          </div>
          <Button isBusy={state === "busy"} onClick={() => void save()}>
            {t("save")}
          </Button>
        </div>
      )}
    </>
  );
}
