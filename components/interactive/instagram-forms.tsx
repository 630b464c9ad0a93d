"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { interactiveLimits } from "@/lib/channels/interactive-limits";
import { CardButtons } from "./card-buttons";
import { CountedField } from "./counted-field";
import { emptyCard, freshId } from "./empty-interactive";
import { at, changed, type FormProps, orNull, without } from "./form-props";
import { PickKind } from "./pick-kind";
import { RowFrame } from "./row-frame";

const limits = interactiveLimits.instagram;
const replyKinds = ["text", "user_phone_number", "user_email"] as const;

/** Instagram: a text with up to 13 quick replies. */
export function QuickRepliesForm({ value, onChange, wrong, isTried }: FormProps<"quick_replies">) {
  const t = useTranslations("sendMore");
  const { replies } = value;
  return (
    <>
      <CountedField
        label={t("field.body")}
        value={value.body}
        limit={limits.bodyBytes}
        unit="bytes"
        isLong
        wrong={at(wrong, "body")}
        isTried={isTried}
        onChange={(body) => onChange({ ...value, body })}
      />
      {replies.map((reply, index) => {
        const name = t("field.reply", { number: index + 1 });
        const set = (changes: Partial<typeof reply>) =>
          onChange({ ...value, replies: changed(replies, index, { ...reply, ...changes }) });
        const remove = () => onChange({ ...value, replies: without(replies, index) });
        return (
          <RowFrame key={reply.payload} name={name} onRemove={replies.length > 1 ? remove : null}>
            <PickKind value={reply.content} options={replyKinds} onChange={(content) => set({ content })} />
            {reply.content === "text" ? (
              <CountedField
                label={name}
                value={reply.title}
                limit={limits.replyTitle}
                wrong={at(wrong, `replies.${index}`)}
                isTried={isTried}
                onChange={(title) => set({ title })}
              />
            ) : null}
          </RowFrame>
        );
      })}
      {replies.length < limits.replies ? (
        <Button size="sm" variant="ghost" className="self-start" onClick={add}>
          {t("add.reply")}
        </Button>
      ) : null}
    </>
  );

  function add() {
    const payload = freshId(replies.map((reply) => reply.payload));
    onChange({ ...value, replies: [...replies, { content: "text", title: "", payload }] });
  }
}

/** Instagram: a text with one to three buttons. */
export function ButtonTemplateForm({ value, onChange, wrong, isTried }: FormProps<"button_template">) {
  const t = useTranslations("sendMore");
  return (
    <>
      <CountedField
        label={t("field.body")}
        value={value.body}
        limit={limits.templateBody}
        isLong
        wrong={at(wrong, "body")}
        isTried={isTried}
        onChange={(body) => onChange({ ...value, body })}
      />
      <CardButtons
        path="buttons"
        isNeeded
        buttons={value.buttons}
        wrong={wrong}
        isTried={isTried}
        onChange={(buttons) => onChange({ ...value, buttons })}
      />
    </>
  );
}

/** Instagram: up to ten cards side by side. */
export function CardsForm({ value, onChange, wrong, isTried }: FormProps<"cards">) {
  const t = useTranslations("sendMore");
  const { cards } = value;
  return (
    <>
      {cards.map((card, index) => {
        const path = `cards.${index}`;
        const set = (changes: Partial<typeof card>) =>
          onChange({ ...value, cards: changed(cards, index, { ...card, ...changes }) });
        const remove = () => onChange({ ...value, cards: without(cards, index) });
        const field = (key: "subtitle" | "imageUrl" | "url", label: string, limit?: number) => (
          <CountedField
            label={t(label)}
            value={card[key] ?? ""}
            limit={limit}
            wrong={at(wrong, `${path}.${key}`)}
            isTried={isTried}
            onChange={(next) => set({ [key]: orNull(next) })}
          />
        );
        return (
          <RowFrame
            // biome-ignore lint/suspicious/noArrayIndexKey: cards are told apart by their place
            key={index}
            name={t("card", { number: index + 1 })}
            onRemove={cards.length > 1 ? remove : null}
          >
            <p className="text-sm font-semibold">{t("card", { number: index + 1 })}</p>
            <CountedField
              label={t("field.title")}
              value={card.title}
              limit={limits.cardTitle}
              wrong={at(wrong, `${path}.title`)}
              isTried={isTried}
              onChange={(title) => set({ title })}
            />
            {field("subtitle", "field.subtitle", limits.cardSubtitle)}
            {field("imageUrl", "field.imageUrl")}
            {field("url", "field.cardUrl")}
            <CardButtons
              path={`${path}.buttons`}
              buttons={card.buttons}
              wrong={wrong}
              isTried={isTried}
              onChange={(buttons) => set({ buttons })}
            />
          </RowFrame>
        );
      })}
      {cards.length < limits.cards ? (
        <Button
          size="sm"
          variant="ghost"
          className="self-start"
          onClick={() => onChange({ ...value, cards: [...cards, emptyCard()] })}
        >
          {t("add.card")}
        </Button>
      ) : null}
    </>
  );
}
