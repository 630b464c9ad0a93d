"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Moment } from "@/components/inbox/moment";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { addAppSecretAction, removeAppSecretAction } from "@/lib/actions/channels";
import { MAX_APP_SECRETS } from "@/lib/domain/channel-form";
import type { ManagedChannel } from "@/lib/inbox/read/list-managed-channels";
import { ProblemLine } from "./problem-line";
import { SecretField } from "./secret-field";
import { useCall } from "./use-call";

type Props = { channel: ManagedChannel; name: string; onClose: () => void };

/** The app secrets of a channel: several while one is changed at Meta, never none. */
export function AppSecretsDialog({ channel, name, onClose }: Props) {
  const t = useTranslations("settings.channels.secrets");
  const { id: channelId, appSecrets } = channel;
  const [said, setSaid] = useState<"added" | "removed" | null>(null);
  const removing = useCall(removeAppSecretAction);
  const adding = useSubmit(async (form) => {
    setSaid(null);
    const done = await addAppSecretAction({ channelId, secret: String(form.get("secret")) });
    const failed = failureOf(done);
    if (!failed) setSaid("added");
    return failed;
  });
  const since = (at: number, hint: string | null) => {
    const when = () => <Moment at={at} as="list" />;
    return hint ? t.rich("since", { hint, when }) : t.rich("sinceHidden", { when });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { name })}
      description={t("text")}
    >
      <div className="flex flex-col gap-4">
        <ul className="flex flex-col divide-y divide-border text-sm">
          {appSecrets.map(({ id, hint, at }) => (
            <li key={id} className="flex min-h-10 items-center justify-between gap-2">
              <span>{since(at, hint)}</span>
              {appSecrets.length > 1 ? (
                <Button
                  size="sm"
                  variant="ghost"
                  isBusy={removing.isBusy}
                  aria-label={t("removeWhat", { hint: hint ?? "" })}
                  onClick={() => removing.call({ channelId, id }, () => setSaid("removed"))}
                >
                  {t("remove")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        <form
          key={appSecrets.length}
          method="post"
          onSubmit={adding.onSubmit}
          className="flex flex-col gap-4"
        >
          {appSecrets.length < MAX_APP_SECRETS ? <SecretField name="secret" label={t("add")} /> : null}
          <p role="status" className="text-sm text-done empty:hidden">
            {said ? t(said) : null}
          </p>
          <ProblemLine failure={adding.failure ?? removing.failure} />
          <Button
            type="submit"
            variant="primary"
            isBusy={adding.isBusy}
            disabled={appSecrets.length >= MAX_APP_SECRETS}
            className="self-end"
          >
            {t("submit")}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
