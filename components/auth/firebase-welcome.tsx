"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { makeFirstAdminAction } from "@/lib/actions/welcome";
import type { Failure } from "@/lib/domain/result";
import { paths } from "@/lib/paths";
import type { FirebaseConfig } from "@/lib/server/identity/firebase-config";
import { FailureLine } from "./failure-line";
import { failureOf } from "./failure-of";
import { type Signed, signInWithEmail, signInWithGoogle } from "./firebase-auth";
import { leaveTo } from "./leave-to";
import { PasswordField } from "./password-field";
import { useSubmit } from "./use-submit";

type Props = { config: FirebaseConfig; code: string };

/** Makes whoever signs in with a Firebase account the first admin. */
export function FirebaseWelcome({ config, code }: Props) {
  const t = useTranslations("auth.welcome");
  const tSignIn = useTranslations("auth.signIn");
  const isByGoogle = useRef(false);
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (form) => {
    const signed = isByGoogle.current
      ? await signInWithGoogle(config)
      : await signInWithEmail(config, String(form.get("email")), String(form.get("password")));
    return enter(signed, String(form.get("name")));
  });

  async function enter(signed: Signed, name: string): Promise<Failure | null> {
    if (!signed.ok) return signed.failure;
    const proof = { kind: "id-token", idToken: signed.idToken } as const;
    const failed = failureOf(await makeFirstAdminAction({ code, name, proof }));
    return failed ?? leaveTo(paths.settings.channels());
  }

  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextField name="name" label={t("name")} autoComplete="name" maxLength={100} autoFocus required />
      <TextField name="email" type="email" label={t("email")} autoComplete="username" required />
      <PasswordField name="password" label={t("password")} autoComplete="current-password" />
      <FailureLine failure={failure} />
      <Button
        type="submit"
        variant="primary"
        disabled={!isReady}
        isBusy={isBusy}
        className="h-9"
        onClick={() => {
          isByGoogle.current = false;
        }}
      >
        {t("submitFirebase")}
      </Button>
      {config.hasGoogle ? (
        <Button
          type="submit"
          formNoValidate
          disabled={!isReady || isBusy}
          className="h-9"
          onClick={(event) => {
            isByGoogle.current = true;
            // Google tells the email; the name is still the person's to give.
            const name = event.currentTarget.form?.elements.namedItem("name");
            if (name instanceof HTMLInputElement && !name.reportValidity()) event.preventDefault();
          }}
        >
          {tSignIn("google")}
        </Button>
      ) : null}
    </form>
  );
}
