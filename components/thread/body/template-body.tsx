import { useTranslations } from "next-intl";
import type { ChannelType } from "@/lib/domain/channel";
import { RichText } from "../rich-text-view";
import { Choices } from "./choices";
import type { ContentOf } from "./content-of";
import { templateParts } from "./template-parts";

type Props = { content: ContentOf<"template">; text: string | null; channel: ChannelType };

/** A template we sent, as the customer sees it as far as known: header, words, footer, buttons; its name below. */
export function TemplateBody({ content, text, channel }: Props) {
  const t = useTranslations("thread.template");
  const tKind = useTranslations("inbox.kind");
  const { header, headerKind, body, values, footer, buttons } = templateParts(content.components);
  const words = text ?? body;
  return (
    <div className="flex flex-col gap-1.5">
      {headerKind ? <p className="text-sm text-text-muted">{tKind(headerKind)}</p> : null}
      {header ? (
        <p dir="auto" className="font-semibold">
          {header}
        </p>
      ) : null}
      {words ? <RichText text={words} channel={channel} /> : null}
      {!words && values.length > 0 ? (
        <p dir="auto" className="text-sm">
          {t("values", { values: values.join(" · ") })}
        </p>
      ) : null}
      {footer ? (
        <p dir="auto" className="text-sm text-text-muted">
          {footer}
        </p>
      ) : null}
      <Choices choices={buttons.map((title) => ({ title, detail: null }))} />
      <p className="text-xs text-text-muted">
        {t("named", { name: content.name, language: content.language })}
      </p>
    </div>
  );
}
