"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { interactiveLimits } from "@/lib/channels/interactive-limits";
import type { OverLimit } from "@/lib/channels/over-limit";
import type { CardButton } from "@/lib/domain/interactive";
import { CountedField } from "./counted-field";
import { freshId } from "./empty-interactive";
import { at, changed, without } from "./form-props";
import { PickKind } from "./pick-kind";
import { RowFrame } from "./row-frame";

const limits = interactiveLimits.instagram;
const kinds = ["postback", "link"] as const;

type Props = {
  /** Where they are in the message: `buttons`, `cards.0.buttons`. */
  path: string;
  buttons: CardButton[];
  onChange: (buttons: CardButton[]) => void;
  wrong: OverLimit | null;
  isTried: boolean;
  /** At least one has to stay. */
  isNeeded?: boolean;
};

/** Up to three buttons of Instagram: a link, or one that tells us it was pressed. */
export function CardButtons({ path, buttons, onChange, wrong, isTried, isNeeded = false }: Props) {
  const t = useTranslations("sendMore");
  return (
    <>
      {buttons.map((button, index) => {
        const name = t("field.button", { number: index + 1 });
        const set = (next: CardButton) => onChange(changed(buttons, index, next));
        const isFixed = isNeeded && buttons.length === 1;
        return (
          <RowFrame
            // biome-ignore lint/suspicious/noArrayIndexKey: buttons are told apart by their place
            key={index}
            name={name}
            onRemove={isFixed ? null : () => onChange(without(buttons, index))}
          >
            <PickKind value={button.type} options={kinds} onChange={(type) => set(asKind(type, button))} />
            <CountedField
              label={name}
              value={button.title}
              limit={limits.buttonTitle}
              wrong={at(wrong, `${path}.${index}`)}
              isTried={isTried}
              onChange={(title) => set({ ...button, title })}
            />
            {button.type === "link" ? (
              <CountedField
                label={t("field.url")}
                value={button.url}
                inputMode="url"
                wrong={at(wrong, `${path}.${index}.url`)}
                isTried={isTried}
                onChange={(url) => set({ ...button, url: url.trim() })}
              />
            ) : null}
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

  function asKind(type: CardButton["type"], { title }: CardButton): CardButton {
    return type === "link" ? { type, title, url: "" } : { type, title, payload: freshId(payloads()) };
  }

  function payloads(): string[] {
    return buttons.flatMap((button) => (button.type === "postback" ? [button.payload] : []));
  }

  function add() {
    onChange([...buttons, { type: "postback", title: "", payload: freshId(payloads()) }]);
  }
}
