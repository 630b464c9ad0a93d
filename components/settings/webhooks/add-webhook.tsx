"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { addWebhookAction } from "@/lib/actions/webhooks";
import type { ChannelChoice } from "../channels-field";
import { WebhookForm } from "./webhook-form";
import { WebhookSecret } from "./webhook-secret";

/** Adds a webhook and shows its secret, once. */
export function AddWebhook({ channels }: { channels: readonly ChannelChoice[] }) {
  const t = useTranslations("settings.webhooks");
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {t("add")}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title={t("addTitle")}>
        <WebhookForm
          channels={channels}
          submitLabel={t("addSubmit")}
          save={async (choice) => {
            const result = await addWebhookAction(choice);
            if (result?.data) {
              setIsOpen(false);
              setMade({ name: choice.name, secret: result.data.secret });
            }
            return failureOf(result);
          }}
        />
      </Dialog>
      {made ? <WebhookSecret {...made} onClose={() => setMade(null)} /> : null}
    </>
  );
}
