"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { disconnectChannelAction, returnToEnvironmentAction } from "@/lib/actions/channels";
import type { ManagedChannel } from "@/lib/inbox/read/list-managed-channels";
import { ProblemLine } from "./problem-line";
import { useCall } from "./use-call";

type Props = {
  what: "disconnect" | "environment";
  channel: ManagedChannel;
  name: string;
  onClose: () => void;
};

/** Asks before a channel loses what was entered for it. */
export function ConfirmDialog({ what, channel, name, onClose }: Props) {
  const t = useTranslations("settings.channels");
  const isEnd = what === "disconnect";
  const { failure, isBusy, call } = useCall(isEnd ? disconnectChannelAction : returnToEnvironmentAction);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(`${what}.title`, { name })}
      description={t(`${what}.text`)}
    >
      <div className="flex flex-col gap-4">
        {isEnd && channel.isOfEnvironment ? <p className="text-sm">{t("disconnect.environment")}</p> : null}
        <ProblemLine failure={failure} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("disconnect.cancel")}</Button>
          <Button
            variant={isEnd ? "danger" : "primary"}
            isBusy={isBusy}
            onClick={() => call({ channelId: channel.id }, onClose)}
          >
            {t(`${what}.submit`)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
