"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { setOptOutAction } from "@/lib/actions/privacy";

type Props = { contactId: string; isOptedOut: boolean };

/** Notes a wish that was told in another way than by message, with the reason. */
export function OptOutButton({ contactId, isOptedOut }: Props) {
  const t = useTranslations("settings.privacy.optOut");
  const [isOpen, setIsOpen] = useState(false);
  const way = isOptedOut ? "in" : "out";
  const { failure, isBusy, onSubmit } = useSubmit(async (form) => {
    const reason = String(form.get("reason"));
    const failed = failureOf(await setOptOutAction({ contactId, isOptedOut: !isOptedOut, reason }));
    if (!failed) setIsOpen(false);
    return failed;
  });
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t(`${way}.button`)}</Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={t(`${way}.title`)}
        description={t(`${way}.text`)}
      >
        <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
          <TextField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={500} required />
          <FailureLine failure={failure} />
          <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
            {t(`${way}.submit`)}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
