"use client";
import { useTranslations } from "next-intl";
import { RichText } from "@/components/thread/rich-text-view";
import type { TemplateParts, TemplateText, TemplateValues } from "@/lib/domain/template";
import { filledText } from "@/lib/domain/template-form";
import { PreviewButtons } from "./preview-buttons";
import { PreviewHeader } from "./preview-header";
import { PreviewOffer } from "./preview-offer";
import type { PickedFile } from "./upload-header";

type Props = { parts: TemplateParts; values: TemplateValues; files: Readonly<Record<string, PickedFile>> };

/** The message as it will stand on the customer's phone: bubble, footer, buttons, cards. */
export function TemplatePreview({ parts, values, files }: Props) {
  const t = useTranslations("templates");
  const { header, body, footer, offer, buttons, cards } = parts;
  return (
    <section
      aria-label={t("preview")}
      className="flex min-w-0 flex-col gap-1.5 self-start rounded-bubble bg-surface-sunken p-4"
    >
      <div className="max-w-80 overflow-hidden rounded-bubble bg-bubble-out">
        <div className="flex flex-col gap-1 p-1">
          {header ? <PreviewHeader header={header} values={values} file={files.header ?? null} /> : null}
          {offer ? (
            <PreviewOffer offer={offer} expiresAt={values.offer ?? ""} code={couponOf(parts, values)} />
          ) : null}
          <div className="flex flex-col gap-1 px-2 py-1">
            {body ? <Words id="body" text={body} values={values} /> : null}
            {footer ? <p className="text-xs text-text-muted">{footer}</p> : null}
          </div>
        </div>
        <PreviewButtons buttons={buttons} values={values} id="button" />
      </div>
      {cards.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get there
        <ul tabIndex={0} aria-label={t("cards")} className="flex scroll-quiet gap-2 overflow-x-auto pb-1">
          {cards.map((card, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cards are known by their place
            <li key={at} className="w-52 shrink-0 overflow-hidden rounded-bubble bg-bubble-out">
              <div className="flex flex-col gap-1 p-1">
                {card.header ? (
                  <PreviewHeader
                    header={card.header}
                    values={values}
                    file={files[`card.${at}.header`] ?? null}
                  />
                ) : null}
                {card.body ? (
                  <div className="px-2 py-1">
                    <Words id={`card.${at}.body`} text={card.body} values={values} />
                  </div>
                ) : null}
              </div>
              <PreviewButtons buttons={card.buttons} values={values} id={`card.${at}.button`} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Words({ id, text, values }: { id: string; text: TemplateText; values: TemplateValues }) {
  return <RichText text={filledText(id, text, values)} channel="whatsapp" />;
}

function couponOf({ buttons }: TemplateParts, values: TemplateValues): string | null {
  const at = buttons.findIndex(({ type }) => type === "copy_code");
  return at === -1 ? null : values[`button.${at}`]?.trim() || null;
}
