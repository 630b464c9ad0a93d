"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { resetPasswordAction } from "@/lib/actions/session";
import { PASSWORD_MIN_LENGTH } from "@/lib/domain/password-rules";
import { paths } from "@/lib/paths";
import { FailureLine } from "./failure-line";
import { failureOf } from "./failure-of";
import { PasswordField } from "./password-field";
import { useSubmit } from "./use-submit";

/** Sets a password with a one-time link. */
export function ResetPassword({ token, email }: { token: string; email: string }) {
  const t = useTranslations("auth.reset");
  const [isDone, setIsDone] = useState(false);
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (form) => {
    const failed = failureOf(await resetPasswordAction({ token, password: String(form.get("password")) }));
    setIsDone(!failed);
    return failed;
  });
  if (isDone) {
    return (
      <div role="status" className="flex flex-col gap-4">
        <p>{t("done")}</p>
        <Link href={paths.signIn()} className={buttonClass("primary")}>
          {t("signIn")}
        </Link>
      </div>
    );
  }
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      <div>
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="text-text-muted">{t("for", { email })}</p>
      </div>
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField
        name="password"
        label={t("password")}
        autoComplete="new-password"
        minLength={PASSWORD_MIN_LENGTH}
        hint={t("hint", { count: PASSWORD_MIN_LENGTH })}
      />
      <FailureLine failure={failure} />
      <Button type="submit" variant="primary" disabled={!isReady} isBusy={isBusy} className="h-9">
        {t("submit")}
      </Button>
    </form>
  );
}
