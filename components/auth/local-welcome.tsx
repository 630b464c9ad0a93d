"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { makeFirstAdminAction } from "@/lib/actions/welcome";
import { PASSWORD_MIN_LENGTH } from "@/lib/domain/password-rules";
import { paths } from "@/lib/paths";
import { FailureLine } from "./failure-line";
import { failureOf } from "./failure-of";
import { leaveTo } from "./leave-to";
import { PasswordField } from "./password-field";
import { useSubmit } from "./use-submit";

/** Makes the first admin with an account of our own. */
export function LocalWelcome({ code }: { code: string }) {
  const t = useTranslations("auth.welcome");
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (form) => {
    const name = String(form.get("name"));
    const email = String(form.get("email"));
    const password = String(form.get("password"));
    const proof = { kind: "password", email, password } as const;
    const failed = failureOf(await makeFirstAdminAction({ code, name, proof }));
    return failed ?? leaveTo(paths.settings.channels());
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextField name="name" label={t("name")} autoComplete="name" maxLength={100} autoFocus required />
      <TextField name="email" type="email" label={t("email")} autoComplete="username" required />
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
