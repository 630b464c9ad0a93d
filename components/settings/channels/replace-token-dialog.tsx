"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { replaceTokenAction } from "@/lib/actions/channels";
import type { ConnectionFound } from "@/lib/domain/channel-form";
import { FoundList } from "./found-list";
import { ProblemLine } from "./problem-line";
import { SecretField } from "./secret-field";

type Props = { channelId: string; name: string; onClose: () => void };

/** A new access token, kept once Meta has confirmed it. */
export function ReplaceTokenDialog({ channelId, name, onClose }: Props) {
  const t = useTranslations("settings.channels");
  const [found, setFound] = useState<ConnectionFound | null>(null);
  const { failure, isBusy, onSubmit } = useSubmit(async (form) => {
    const done = await replaceTokenAction({ channelId, secret: String(form.get("secret")) });
    if (done?.data) setFound(done.data);
    return failureOf(done);
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("replace.title", { name })}
      description={t("replace.text")}
    >
      {found ? (
        <div className="flex flex-col gap-4">
          <p role="status" className="text-sm text-done">
            {t("replace.done")}
          </p>
          <FoundList found={found} />
          <Button variant="primary" className="self-end" onClick={onClose}>
            {t("connect.done")}
          </Button>
        </div>
      ) : (
        <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
          <SecretField name="secret" label={t("replace.label")} />
          <ProblemLine failure={failure} />
          <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
            {t("replace.submit")}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
