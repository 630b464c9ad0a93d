"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import type { IdentityProviderKind } from "@/lib/domain/session";

type Props = { name: string; link: string; provider: IdentityProviderKind; onClose: () => void };

/** A one-time link to copy and pass on. It is shown once: only its hash is kept. */
export function PasswordLinkDialog({ name, link, provider, onClose }: Props) {
  const t = useTranslations("settings.team");
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
      title={t("linkTitle", { name })}
      description={t(provider === "local" ? "linkText" : "linkTextFirebase")}
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t("link")}
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
