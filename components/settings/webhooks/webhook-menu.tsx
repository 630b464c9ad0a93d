"use client";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { iconButtonClass } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { WebhookSummary } from "@/lib/domain/webhook-subscription";
import type { WebhookChanges } from "./use-webhook-changes";

type Props = { webhook: WebhookSummary; changes: WebhookChanges };

/** What is done rarely, each after asking. */
export function WebhookMenu({ webhook: { name }, changes }: Props) {
  const t = useTranslations("settings.webhooks");
  const [asking, setAsking] = useState<"roll" | "delete" | null>(null);
  const trigger = (
    <button type="button" aria-label={t("more", { name })} className={iconButtonClass}>
      <Ellipsis size={16} aria-hidden />
    </button>
  );
  const confirm = (change: () => void) => {
    setAsking(null);
    change();
  };
  return (
    <>
      <Menu trigger={trigger} align="end">
        <MenuItem onSelect={() => setAsking("roll")}>{t("roll")}</MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => setAsking("delete")} isDestructive>
          {t("delete")}
        </MenuItem>
      </Menu>
      <Dialog
        isOpen={asking === "roll"}
        onOpenChange={() => setAsking(null)}
        title={t("rollTitle", { name })}
        description={t("rollText")}
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setAsking(null)}>{t("cancel")}</Button>
          <Button variant="primary" onClick={() => confirm(changes.roll)}>
            {t("roll")}
          </Button>
        </div>
      </Dialog>
      <Dialog
        isOpen={asking === "delete"}
        onOpenChange={() => setAsking(null)}
        title={t("deleteTitle", { name })}
        description={t("deleteText")}
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setAsking(null)}>{t("cancel")}</Button>
          <Button variant="danger" onClick={() => confirm(changes.remove)}>
            {t("delete")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
