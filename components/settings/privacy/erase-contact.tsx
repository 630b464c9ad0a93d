"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { eraseContactAction } from "@/lib/actions/privacy";
import { paths } from "@/lib/paths";

type Props = { contactId: string; name: string; messages: number; threads: number };

/** Says what goes and what stays, and wants a word typed before anything does. */
export function EraseContact({ contactId, name, messages, threads }: Props) {
  const t = useTranslations("settings.privacy.erase");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const word = t("word");
  const isMeant = typed.trim().toLowerCase() === word.toLowerCase();
  const { failure, isBusy, onSubmit } = useSubmit(async () => {
    if (!isMeant) return null;
    const failed = failureOf(await eraseContactAction({ contactId }));
    if (!failed) router.replace(paths.settings.privacy());
    return failed;
  });
  const open = (next: boolean) => {
    setTyped("");
    setIsOpen(next);
  };
  return (
    <>
      <Button variant="danger" onClick={() => open(true)}>
        {t("button")}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={open} title={t("title", { name })} description={t("text")}>
        <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
          <div>
            <h3 className="font-medium">{t("goes")}</h3>
            <ul className="list-disc ps-5">
              <li>{t("goesMessages", { messages, threads })}</li>
              <li>{t("goesRaw")}</li>
              <li>{t("goesContact")}</li>
            </ul>
          </div>
          <div>
            <h3 className="font-medium">{t("stays")}</h3>
            <ul className="list-disc ps-5 text-text-muted">
              <li>{t("staysProof")}</li>
              <li>{t("staysOptOut")}</li>
              <li>{t("staysOutside")}</li>
            </ul>
          </div>
          <TextField
            name="word"
            label={t("type", { word })}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <FailureLine failure={failure} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => open(false)}>{t("cancel")}</Button>
            <Button type="submit" variant="danger" isBusy={isBusy} disabled={!isMeant}>
              {t("button")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
