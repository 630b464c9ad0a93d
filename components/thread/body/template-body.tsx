import { useTranslations } from "next-intl";
import type { ChannelType } from "@/lib/domain/channel";
import type { TemplateShown } from "@/lib/domain/template-shown";
import { RichText } from "../rich-text-view";
import { Choices } from "./choices";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";
import { shownTemplate, templateValues } from "./shown-template";

type Props = { content: ContentOf<"template">; text: string | null; channel: ChannelType };

/** A template we sent, as the customer sees it: header, words, footer, buttons, cards; its name below. */
export function TemplateBody({ content, text, channel }: Props) {
  const t = useTranslations("thread.template");
  const tKind = useTranslations("inbox.kind");
  const { header, headerKind, footer, offer, buttons, cards } = shownTemplate(content);
  const values = text ? [] : templateValues(content.components);
  return (
    <div className="flex flex-col gap-1.5">
      {headerKind ? <KindLine kind={headerKind} title={tKind(headerKind)} /> : null}
      {header ? (
        <p dir="auto" className="font-semibold">
          {header}
        </p>
      ) : null}
      {offer ? (
        <p dir="auto" className="text-sm font-medium">
          {offer}
        </p>
      ) : null}
      {text ? <RichText text={text} channel={channel} /> : null}
      {values.length > 0 ? (
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
      <TemplateCards cards={cards} channel={channel} />
      <p className="text-xs text-text-muted">
        {t("named", { name: content.name, language: content.language })}
      </p>
    </div>
  );
}

function TemplateCards({ cards, channel }: Pick<TemplateShown, "cards"> & { channel: ChannelType }) {
  const t = useTranslations("thread.interactive");
  const tKind = useTranslations("inbox.kind");
  if (cards.length === 0) return null;
  return (
    <ul aria-label={t("cards")} className="flex flex-col gap-2">
      {cards.map(({ headerKind, body, buttons }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards never move
        <li key={index} className="flex flex-col gap-1 rounded-lg border border-text/15 p-2">
          {headerKind ? <KindLine kind={headerKind} title={tKind(headerKind)} /> : null}
          {body ? <RichText text={body} channel={channel} /> : null}
          <Choices choices={buttons.map((title) => ({ title, detail: null }))} />
        </li>
      ))}
    </ul>
  );
}
