"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { FieldSet } from "@/components/ui/field-set";
import { TextField } from "@/components/ui/text-field";
import { createApiKeyAction } from "@/lib/actions/api-keys";
import { ApiScope } from "@/lib/domain/member";
import { type ChannelChoice, ChannelsField } from "../channels-field";
import { EndSelect, endsInDays } from "./end-select";

export type MadeKey = { name: string; key: string; scopes: ApiScope[] };

type Props = { channels: readonly ChannelChoice[]; onDone: (made: MadeKey) => void };

export function AddApiKeyForm({ channels, onDone }: Props) {
  const t = useTranslations("settings.apiKeys");
  const [scopes, setScopes] = useState<ApiScope[]>(["read"]);
  const [channelIds, setChannelIds] = useState<string[] | null>(null);
  const [isTried, setIsTried] = useState(false);
  const { failure, isBusy, onSubmit } = useSubmit(async (form) => {
    setIsTried(true);
    if (scopes.length === 0 || channelIds?.length === 0) return null;
    const name = String(form.get("name"));
    const result = await createApiKeyAction({
      name,
      scopes,
      channelIds,
      endsInDays: endsInDays(String(form.get("end"))),
    });
    if (result?.data) onDone({ name, key: result.data.key, scopes });
    return failureOf(result);
  });
  const toggle = (scope: ApiScope, isChosen: boolean) =>
    setScopes(ApiScope.options.filter((each) => (each === scope ? isChosen : scopes.includes(each))));
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-5">
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        maxLength={60}
        autoComplete="off"
        required
      />
      <FieldSet legend={t("scopes")} error={isTried && scopes.length === 0 ? t("scopeNeeded") : null}>
        {ApiScope.options.map((scope) => (
          <CheckField
            key={scope}
            label={t(`scope.${scope}`)}
            hint={t(`scopeHint.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(event) => toggle(scope, event.target.checked)}
          />
        ))}
      </FieldSet>
      <ChannelsField channels={channels} value={channelIds} onChange={setChannelIds} hasError={isTried} />
      <EndSelect />
      <FailureLine failure={failure} />
      <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
        {t("addSubmit")}
      </Button>
    </form>
  );
}
