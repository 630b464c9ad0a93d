"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { FirebaseConfig } from "@/lib/server/identity/firebase-config";
import { enter } from "./enter";
import { FailureLine } from "./failure-line";
import { signInWithEmail } from "./firebase-auth";
import { PasswordField } from "./password-field";
import { useSubmit } from "./use-submit";

type Props = { config: FirebaseConfig; next: string; onForgot: () => void };

export function FirebaseEmailForm({ config, next, onForgot }: Props) {
  const t = useTranslations("auth.signIn");
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (form) =>
    enter(await signInWithEmail(config, String(form.get("email")), String(form.get("password"))), next),
  );
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <TextField name="email" type="email" label={t("email")} autoComplete="username" autoFocus required />
      <PasswordField name="password" label={t("password")} autoComplete="current-password" />
      <FailureLine failure={failure} />
      <Button type="submit" variant="primary" disabled={!isReady} isBusy={isBusy} className="h-9">
        {t("submit")}
      </Button>
      <Button variant="ghost" size="sm" className="self-start" disabled={!isReady} onClick={onForgot}>
        {t("forgot")}
      </Button>
    </form>
  );
}
