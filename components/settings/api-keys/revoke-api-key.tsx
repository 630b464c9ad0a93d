"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { revokeApiKeyAction } from "@/lib/actions/api-keys";
import type { Failure } from "@/lib/domain/result";

/** Ends a key, after asking. */
export function RevokeApiKey({ id, name }: { id: string; name: string }) {
  const t = useTranslations("settings.apiKeys");
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const failed = await revokeApiKeyAction({ id }).then(failureOf, () => unreachable);
      setFailure(failed);
      if (!failed) setIsAsking(false);
    });
  return (
    <>
      <Button size="sm" aria-label={t("revokeNamed", { name })} onClick={() => setIsAsking(true)}>
        {t("revoke")}
      </Button>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t("revokeTitle", { name })}
        description={t("revokeText")}
      >
        <div className="flex flex-col gap-3">
          <FailureLine failure={failure} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setIsAsking(false)}>{t("cancel")}</Button>
            <Button variant="danger" isBusy={isBusy} onClick={revoke}>
              {t("revoke")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

const unreachable: Failure = { code: "unavailable", message: "The server did not answer." };
