"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { interactiveLimits } from "@/lib/channels/interactive-limits";
import { CountedField } from "./counted-field";
import { freshId } from "./empty-interactive";
import { at, changed, type FormProps, orNull, without } from "./form-props";
import { RowFrame } from "./row-frame";

const limits = interactiveLimits.whatsapp;

/** WhatsApp: a text with one to three replies. */
export function ButtonsForm({ value, onChange, wrong, isTried }: FormProps<"buttons">) {
  const t = useTranslations("sendMore");
  const { buttons } = value;
  const rest = { isTried };
  return (
    <>
      <HeaderBodyFooter
        {...{ value, wrong, isTried }}
        onFrame={(changes) => onChange({ ...value, ...changes })}
      />
      {buttons.map((button, index) => {
        const name = t("field.button", { number: index + 1 });
        const remove = () => onChange({ ...value, buttons: without(buttons, index) });
        return (
          <RowFrame key={button.id} name={name} onRemove={buttons.length > 1 ? remove : null}>
            <CountedField
              {...rest}
              label={name}
              value={button.title}
              limit={limits.buttonTitle}
              wrong={at(wrong, `buttons.${index}`)}
              onChange={(title) =>
                onChange({ ...value, buttons: changed(buttons, index, { ...button, title }) })
              }
            />
          </RowFrame>
        );
      })}
      {buttons.length < limits.buttons ? (
        <Button size="sm" variant="ghost" className="self-start" onClick={add}>
          {t("add.button")}
        </Button>
      ) : null}
    </>
  );

  function add() {
    onChange({ ...value, buttons: [...buttons, { id: freshId(buttons.map(({ id }) => id)), title: "" }] });
  }
}

type Framed = Pick<FormProps<"buttons">["value"], "header" | "body" | "footer">;
type FrameProps = Pick<FormProps<"buttons">, "wrong" | "isTried"> & {
  value: Framed;
  onFrame: (changes: Partial<Framed>) => void;
};

/** The frame that buttons and links share; a header of words. */
export function HeaderBodyFooter({ value, onFrame, wrong, isTried }: FrameProps) {
  const t = useTranslations("sendMore.field");
  const header = value.header?.type === "text" ? value.header.text : "";
  return (
    <>
      <CountedField
        label={t("header")}
        value={header}
        limit={limits.header}
        wrong={at(wrong, "header")}
        isTried={isTried}
        onChange={(text) => onFrame({ header: text === "" ? null : { type: "text", text } })}
      />
      <CountedField
        label={t("body")}
        value={value.body}
        limit={limits.body}
        isLong
        wrong={at(wrong, "body")}
        isTried={isTried}
        onChange={(body) => onFrame({ body })}
      />
      <CountedField
        label={t("footer")}
        value={value.footer ?? ""}
        limit={limits.footer}
        wrong={at(wrong, "footer")}
        isTried={isTried}
        onChange={(footer) => onFrame({ footer: orNull(footer) })}
      />
    </>
  );
}
