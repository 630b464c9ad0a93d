"use client";
import { useTranslations } from "next-intl";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { addMemberAction } from "@/lib/actions/members";
import { Role } from "@/lib/domain/member";
import { RoleSelect } from "./role-select";
import { useTeamNotice } from "./team-notice";

export function AddMemberForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("settings.team");
  const { showLink } = useTeamNotice();
  const { failure, isBusy, onSubmit } = useSubmit(async (form) => {
    const name = String(form.get("name"));
    const email = String(form.get("email"));
    const role = Role.parse(form.get("role"));
    const result = await addMemberAction({ name, email, role });
    if (result?.data) {
      onDone();
      showLink(name, result.data);
    }
    return failureOf(result);
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextField name="name" label={t("name")} maxLength={100} autoComplete="off" required />
      <TextField name="email" type="email" label={t("email")} autoComplete="off" required />
      <RoleSelect name="role" label={t("role")} defaultValue="agent" isLabelShown />
      <FailureLine failure={failure} />
      <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
        {t("addSubmit")}
      </Button>
    </form>
  );
}
