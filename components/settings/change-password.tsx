"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { PasswordField } from "@/components/auth/password-field";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { changePasswordAction } from "@/lib/actions/session";
import { PASSWORD_MIN_LENGTH } from "@/lib/domain/password-rules";

export function ChangePassword({ email }: { email: string }) {
  const t = useTranslations("settings.account.password");
  const [isDone, setIsDone] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (typed) => {
    const failed = failureOf(
      await changePasswordAction({ current: String(typed.get("current")), next: String(typed.get("next")) }),
    );
    setIsDone(!failed);
    if (!failed) form.current?.reset();
    return failed;
  });
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="flex max-w-88 flex-col gap-4">
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField name="current" label={t("current")} autoComplete="current-password" />
      <PasswordField
        name="next"
        label={t("next")}
        autoComplete="new-password"
        minLength={PASSWORD_MIN_LENGTH}
        hint={t("hint", { count: PASSWORD_MIN_LENGTH })}
      />
      <FailureLine failure={failure} />
      <p role="status" className="text-sm text-done empty:hidden">
        {isDone ? t("done") : null}
      </p>
      <Button type="submit" disabled={!isReady} isBusy={isBusy} className="self-start">
        {t("submit")}
      </Button>
    </form>
  );
}
