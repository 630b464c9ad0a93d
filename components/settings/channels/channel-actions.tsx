"use client";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { iconButtonClass } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ManagedChannel } from "@/lib/inbox/read/list-managed-channels";
import { AppSecretsDialog } from "./app-secrets-dialog";
import { ConfirmDialog } from "./confirm-dialog";
import { ConnectDialog } from "./connect-dialog";
import { kindOf } from "./kind";
import { RenameDialog } from "./rename-dialog";
import { ReplaceTokenDialog } from "./replace-token-dialog";

type Props = { name: string; channel: ManagedChannel; origin: string };
type Open = "connect" | "replace" | "secrets" | "rename" | "disconnect" | "environment";

/** What an admin can do with a channel, each in a dialog of its own. */
export function ChannelActions({ name, channel, origin }: Props) {
  const t = useTranslations("settings.channels");
  const [open, setOpen] = useState<Open | null>(null);
  const { id: channelId, isConnected, source } = channel;
  const onClose = () => setOpen(null);
  const isOurs = isConnected && source === "settings";
  const prefill = {
    kind: kindOf(channel),
    phoneNumberId: channel.type === "whatsapp" ? channel.providerId : undefined,
    wabaId: channel.wabaId ?? undefined,
    pageId: channel.pageId ?? undefined,
  };
  return (
    <>
      {isOurs ? (
        <>
          <Button size="sm" onClick={() => setOpen("replace")}>
            {t("connection.replaceToken")}
          </Button>
          <Button size="sm" onClick={() => setOpen("secrets")}>
            {t("connection.changeSecrets")}
          </Button>
        </>
      ) : (
        <Button size="sm" variant={isConnected ? undefined : "primary"} onClick={() => setOpen("connect")}>
          {t(isConnected ? "connection.takeOver" : "connection.reconnect")}
        </Button>
      )}
      <Menu
        align="end"
        trigger={
          <button type="button" aria-label={t("connection.actions", { name })} className={iconButtonClass}>
            <Ellipsis size={16} aria-hidden />
          </button>
        }
      >
        <MenuItem onSelect={() => setOpen("rename")}>{t("connection.rename")}</MenuItem>
        {channel.isOfEnvironment && source === "settings" ? (
          <MenuItem onSelect={() => setOpen("environment")}>{t("connection.useEnvironment")}</MenuItem>
        ) : null}
        {isConnected ? (
          <>
            <MenuSeparator />
            <MenuItem isDestructive onSelect={() => setOpen("disconnect")}>
              {t("connection.disconnect")}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {open === "connect" ? (
        <ConnectDialog
          title={t(isConnected ? "connect.titleTakeOver" : "connect.titleAgain", { name })}
          prefill={prefill}
          origin={origin}
          onClose={onClose}
        />
      ) : null}
      {open === "replace" ? <ReplaceTokenDialog {...{ channelId, name, onClose }} /> : null}
      {open === "secrets" ? <AppSecretsDialog {...{ channel, name, onClose }} /> : null}
      {open === "rename" ? <RenameDialog {...{ channelId, name, onClose }} /> : null}
      {open === "disconnect" || open === "environment" ? (
        <ConfirmDialog what={open} {...{ channel, name, onClose }} />
      ) : null}
    </>
  );
}
