"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { saveGeneralSettingsAction } from "@/lib/actions/general";
import type { GeneralSettings } from "@/lib/domain/general-settings";
import { type Language, languageNames, languages } from "@/lib/domain/language";
import { type Theme, themes } from "@/lib/domain/theme";
import { TimeZoneField } from "./time-zone-field";

type Props = { settings: GeneralSettings };

/** What the whole workspace shares. The page shows it in the new name, language and theme as soon as it is saved. */
export function GeneralForm({ settings }: Props) {
  const t = useTranslations("settings.general");
  const [isSaved, setIsSaved] = useState(false);
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (typed) => {
    setIsSaved(false);
    const failed = failureOf(
      await saveGeneralSettingsAction({
        businessName: String(typed.get("businessName")),
        timeZone: String(typed.get("timeZone")),
        language: typed.get("language") as Language,
        theme: typed.get("theme") as Theme,
      }),
    );
    setIsSaved(!failed);
    return failed;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="flex max-w-md flex-col gap-5">
      <TextField
        name="businessName"
        label={t("businessName")}
        hint={t("businessNameHint")}
        defaultValue={settings.businessName}
        maxLength={60}
        autoComplete="organization"
        dir="auto"
      />
      <TimeZoneField name="timeZone" label={t("timeZone")} initial={settings.timeZone} />
      <SelectField
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        defaultValue={settings.language ?? "en"}
        options={languages.map((language) => ({
          value: language,
          label: languageNames[language],
          lang: language,
        }))}
      />
      <SelectField
        name="theme"
        label={t("theme")}
        hint={t("themeHint")}
        defaultValue={settings.theme}
        options={themes.map((theme) => ({ value: theme, label: t(`themes.${theme}`) }))}
      />
      <FailureLine failure={failure} />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={!isReady} isBusy={isBusy}>
          {t("save")}
        </Button>
        <p role="status" className="text-sm text-done">
          {isSaved ? t("saved") : null}
        </p>
      </div>
    </form>
  );
}
