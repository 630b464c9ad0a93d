"use client";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { signOut } from "@/components/auth/sign-out";
import { Button } from "@/components/ui/button";

export function SignOutButton() {
  const t = useTranslations("settings.account");
  const [isBusy, start] = useTransition();
  return (
    <Button isBusy={isBusy} onClick={() => start(signOut)}>
      {t("signOut")}
    </Button>
  );
}
