"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { FirebaseConfig } from "@/lib/server/identity/firebase-config";
import { FailureLine } from "./failure-line";
import { sendResetMail } from "./firebase-auth";
import { useSubmit } from "./use-submit";

type Props = { config: FirebaseConfig; onBack: () => void };

export function FirebaseResetForm({ config, onBack }: Props) {
  const t = useTranslations("auth.signIn");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (form) => {
    const email = String(form.get("email"));
    const failed = await sendResetMail(config, email);
    setSentTo(failed ? null : email);
    return failed;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold">{t("forgot")}</h1>
      <TextField name="email" type="email" label={t("email")} autoComplete="username" autoFocus required />
      <FailureLine failure={failure} />
      <p role="status" className="text-sm empty:hidden">
        {sentTo ? t("resetSent", { email: sentTo }) : null}
      </p>
      <Button type="submit" variant="primary" disabled={!isReady} isBusy={isBusy} className="h-9">
        {t("sendReset")}
      </Button>
      <Button variant="ghost" size="sm" className="self-start" onClick={onBack}>
        {t("back")}
      </Button>
    </form>
  );
}
