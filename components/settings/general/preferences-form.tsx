"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { setPreferencesAction } from "@/lib/actions/general";
import { type Language, languageNames, languages } from "@/lib/domain/language";
import type { Preferences } from "@/lib/domain/preferences";
import { type Theme, themes } from "@/lib/domain/theme";

type Props = {
  own: Preferences;
  /** What holds where nothing of one's own is chosen. */
  workspace: { language: Language; theme: Theme };
};

/** A member's own language and theme, before the workspace's. */
export function PreferencesForm({ own, workspace }: Props) {
  const t = useTranslations("settings.general");
  const [isSaved, setIsSaved] = useState(false);
  const { failure, isBusy, isReady, onSubmit } = useSubmit(async (typed) => {
    setIsSaved(false);
    const language = (String(typed.get("language")) || null) as Language | null;
    const theme = (String(typed.get("theme")) || null) as Theme | null;
    const failed = failureOf(await setPreferencesAction({ language, theme }));
    setIsSaved(!failed);
    return failed;
  });
  const asWorkspace = (choice: string) => ({ value: "", label: t("asWorkspace", { choice }) });
  return (
    <form method="post" onSubmit={onSubmit} className="flex max-w-88 flex-col gap-4">
      <SelectField
        name="language"
        label={t("language")}
        defaultValue={own.language ?? ""}
        options={[
          asWorkspace(languageNames[workspace.language]),
          ...languages.map((language) => ({
            value: language,
            label: languageNames[language],
            lang: language,
          })),
        ]}
      />
      <SelectField
        name="theme"
        label={t("theme")}
        defaultValue={own.theme ?? ""}
        options={[
          asWorkspace(t(`themes.${workspace.theme}`)),
          ...themes.map((theme) => ({ value: theme, label: t(`themes.${theme}`) })),
        ]}
      />
      <FailureLine failure={failure} />
      <div className="flex items-center gap-3">
        <Button type="submit" disabled={!isReady} isBusy={isBusy}>
          {t("save")}
        </Button>
        <p role="status" className="text-sm text-done">
          {isSaved ? t("saved") : null}
        </p>
      </div>
    </form>
  );
}
