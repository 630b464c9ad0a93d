"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConnectDialog } from "./connect-dialog";

export function ConnectChannel({ origin }: { origin: string }) {
  const t = useTranslations("settings.channels.connect");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {t("open")}
      </Button>
      {isOpen ? <ConnectDialog title={t("title")} origin={origin} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
