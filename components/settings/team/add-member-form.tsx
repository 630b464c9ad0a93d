"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { inviteMemberAction } from "@/lib/actions/members";
import { Role } from "@/lib/domain/member";
import { ChannelsField } from "../channels-field";
import { RoleSelect } from "./role-select";
import { useTeam } from "./team-notice";
import { useSayInvited } from "./use-say-invited";

export function AddMemberForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("settings.team");
  const { channels, provider } = useTeam();
  const sayInvited = useSayInvited();
  const [role, setRole] = useState<Role>("agent");
  const [channelIds, setChannelIds] = useState<string[] | null>(null);
  const [isTried, setIsTried] = useState(false);
  const { failure, isBusy, onSubmit } = useSubmit(async (form) => {
    setIsTried(true);
    const chosen = role === "admin" ? null : channelIds;
    if (chosen?.length === 0) return null;
    const name = String(form.get("name"));
    const email = String(form.get("email"));
    const result = await inviteMemberAction({ name, email, role, channelIds: chosen });
    if (result?.data) {
      onDone();
      sayInvited({ name, email }, result.data);
    }
    return failureOf(result);
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextField name="name" label={t("name")} maxLength={100} autoComplete="off" required />
      <TextField name="email" type="email" label={t("email")} autoComplete="off" required />
      <RoleSelect
        label={t("role")}
        value={role}
        onChange={(event) => setRole(Role.parse(event.target.value))}
        isLabelShown
      />
      {role === "admin" ? (
        <p className="text-sm text-text-muted">{t("channels.ofAdmins")}</p>
      ) : (
        <ChannelsField channels={channels} value={channelIds} onChange={setChannelIds} hasError={isTried} />
      )}
      <FailureLine failure={failure} />
      <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
        {t(provider === "firebase" ? "inviteSubmitFirebase" : "inviteSubmit")}
      </Button>
    </form>
  );
}
