"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { signInAction } from "@/lib/actions/session";
import { FailureLine } from "./failure-line";
import { failureOf } from "./failure-of";
import { leaveTo } from "./leave-to";
import { PasswordField } from "./password-field";
import { useSubmit } from "./use-submit";

/** Sign-in with an account of our own. */
export function LocalSignIn({ next }: { next: string }) {
  const t = useTranslations("auth.signIn");
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (form) => {
    const email = String(form.get("email"));
    const password = String(form.get("password"));
    const failed = failureOf(await signInAction({ proof: { kind: "password", email, password } }));
    return failed ?? leaveTo(next);
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <TextField
        name="email"
        type="email"
        label={t("email")}
        autoComplete="username"
        inputMode="email"
        autoFocus
        required
      />
      <PasswordField name="password" label={t("password")} autoComplete="current-password" />
      <FailureLine failure={failure} />
      <Button type="submit" variant="primary" disabled={!isReady} isBusy={isBusy} className="h-9">
        {t("submit")}
      </Button>
      <p className="text-sm text-text-muted">{t("forgotLocal")}</p>
    </form>
  );
}
