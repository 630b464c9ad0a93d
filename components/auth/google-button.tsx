"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { FirebaseConfig } from "@/lib/server/identity/firebase-config";
import { enter } from "./enter";
import { FailureLine } from "./failure-line";
import { signInWithGoogle } from "./firebase-auth";
import { useSubmit } from "./use-submit";

export function GoogleButton({ config, next }: { config: FirebaseConfig; next: string }) {
  const t = useTranslations("auth.signIn");
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async () =>
    enter(await signInWithGoogle(config), next),
  );
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-3 border-t border-border pt-4">
      <Button type="submit" disabled={!isReady} isBusy={isBusy} className="h-9">
        {t("google")}
      </Button>
      <FailureLine failure={failure} />
    </form>
  );
}
