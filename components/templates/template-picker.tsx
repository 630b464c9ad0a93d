"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorPane } from "@/components/app-shell/error-pane";
import { Skeleton } from "@/components/ui/skeleton";
import { useTemplates } from "@/lib/client/use-templates";
import type { Template } from "@/lib/domain/template";
import type { Outcome } from "./outcome";
import { noteUse } from "./recent-templates";
import { TemplateForm } from "./template-form";
import { TemplateList } from "./template-list";
import type { UploadTarget } from "./upload-header";

export type Recipient = { name: string | null; hasPhone: boolean };

type Props = {
  /** Where it goes, as one word. */
  place: string;
  channelId: string;
  recipient: Recipient;
  uploadsTo: UploadTarget;
  draft: string;
  newMessageId: () => string;
  onSend: (
    template: Template,
    components: Record<string, unknown>[],
    usedDraft: boolean,
    messageId: string,
  ) => Promise<Outcome>;
};

/** The list, then the form of the one that was picked. */
export function TemplatePicker({
  place,
  channelId,
  recipient,
  uploadsTo,
  draft,
  newMessageId,
  onSend,
}: Props) {
  const t = useTranslations("templates");
  const { list, error, retry, refresh } = useTemplates(channelId);
  const [picked, setPicked] = useState<{ id: string; messageId: string } | null>(null);
  const template = list?.templates.find(({ id }) => id === picked?.id);

  if (error) return <ErrorPane title={t("failedToLoad")} onRetry={retry} />;
  if (!list) {
    return (
      <div role="status" aria-label={t("loading")} className="flex h-96 flex-col gap-3">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-14 w-full" />
        ))}
      </div>
    );
  }
  if (!picked || !template) {
    return (
      <TemplateList
        channelId={channelId}
        list={list}
        recipient={recipient}
        onRefresh={refresh}
        onPick={({ id }) => setPicked({ id, messageId: newMessageId() })}
      />
    );
  }
  return (
    <TemplateForm
      key={template.id}
      place={place}
      template={template}
      recipient={recipient}
      uploadsTo={uploadsTo}
      draft={draft}
      onBack={() => setPicked(null)}
      onSend={async (components, usedDraft) => {
        const outcome = await onSend(template, components, usedDraft, picked.messageId);
        if (outcome === "sent") noteUse(channelId, template);
        // A refused message was not stored; what is sent next is another one.
        if (outcome !== "sent" && outcome !== "unavailable")
          setPicked({ ...picked, messageId: newMessageId() });
        return outcome;
      }}
    />
  );
}
