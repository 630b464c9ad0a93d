"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { AddMemberForm } from "./add-member-form";

export function AddMember() {
  const t = useTranslations("settings.team");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {t("add")}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title={t("addTitle")} description={t("addText")}>
        <AddMemberForm onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}
