"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useTeam } from "./team-notice";

/** `why`: to let somebody in for the first time, the same after a mail was refused, or because they forgot their password. */
export type ShownLink = { name: string; link: string; why: "invitation" | "mail-refused" | "password" };

/** A one-time link to copy and pass on. It is shown once: only its hash is kept. */
export function LinkDialog({ link: { name, link, why }, onClose }: { link: ShownLink; onClose: () => void }) {
  const t = useTranslations("settings.team.link");
  const { provider } = useTeam();
  const [isCopied, setIsCopied] = useState(false);
  const url = new URL(link, window.location.origin).href;
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setIsCopied(true);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(why === "password" ? "passwordTitle" : "invitationTitle", { name })}
      description={t(textOf(why, provider))}
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t("label")}
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono text-sm"
        />
        <div className="flex items-center justify-end gap-2">
          <p role="status" className="flex-1 text-sm text-done">
            {isCopied ? t("copied") : null}
          </p>
          <Button variant="primary" onClick={copy}>
            {t("copy")}
          </Button>
          <Button onClick={onClose}>{t("close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function textOf(why: ShownLink["why"], provider: "local" | "firebase") {
  if (why === "mail-refused") return "mailRefused";
  if (provider === "firebase") return "onceText";
  return why === "invitation" ? "invitationText" : "dayText";
}
