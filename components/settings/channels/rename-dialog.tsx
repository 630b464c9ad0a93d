"use client";
import { useTranslations } from "next-intl";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { renameChannelAction } from "@/lib/actions/channels";
import { ProblemLine } from "./problem-line";

type Props = { channelId: string; name: string; onClose: () => void };

export function RenameDialog({ channelId, name, onClose }: Props) {
  const t = useTranslations("settings.channels.rename");
  const { failure, isBusy, onSubmit } = useSubmit(async (form) => {
    const failed = failureOf(await renameChannelAction({ channelId, name: String(form.get("name")) }));
    if (!failed) onClose();
    return failed;
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { name })}
      description={t("text")}
    >
      <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField name="name" label={t("label")} defaultValue={name} maxLength={60} required />
        <ProblemLine failure={failure} />
        <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
          {t("submit")}
        </Button>
      </form>
    </Dialog>
  );
}
