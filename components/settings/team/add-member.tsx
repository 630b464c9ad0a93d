"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { AddMemberForm } from "./add-member-form";
import { useTeam } from "./team-notice";

export function AddMember() {
  const t = useTranslations("settings.team");
  const { provider } = useTeam();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {t("invite")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={t("inviteTitle")}
        description={t(provider === "firebase" ? "inviteTextFirebase" : "inviteText")}
      >
        <AddMemberForm onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}
