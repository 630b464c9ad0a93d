"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ChannelChoice } from "../channels-field";
import { SecretDialog } from "../secret-dialog";
import { AddApiKeyForm, type MadeKey } from "./add-api-key-form";
import { curlExample } from "./curl-example";

/** Makes a key and shows it, once. */
export function AddApiKey({ channels, appUrl }: { channels: readonly ChannelChoice[]; appUrl: string }) {
  const t = useTranslations("settings.apiKeys");
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {t("add")}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title={t("addTitle")}>
        <AddApiKeyForm
          channels={channels}
          onDone={(key) => {
            setIsOpen(false);
            setMade(key);
          }}
        />
      </Dialog>
      {made ? (
        <SecretDialog
          title={t("secretTitle", { name: made.name })}
          text={t("secretText")}
          label={t("secretLabel")}
          secret={made.key}
          example={{ label: t("example"), text: curlExample(made, appUrl) }}
          onClose={() => setMade(null)}
        />
      ) : null}
    </>
  );
}
