"use client";
import type { OverLimit } from "@/lib/channels/over-limit";
import type { Interactive } from "@/lib/domain/interactive";
import { ButtonsForm } from "./buttons-form";
import { ButtonTemplateForm, CardsForm, QuickRepliesForm } from "./instagram-forms";
import { ListForm } from "./list-form";
import { LinkForm, RequestForm } from "./simple-forms";

type Props = {
  value: Interactive;
  onChange: (value: Interactive) => void;
  wrong: OverLimit | null;
  isTried: boolean;
};

/** The form of a message with something to tap, by its type. */
export function InteractiveForm({ value, ...rest }: Props) {
  switch (value.type) {
    case "buttons":
      return <ButtonsForm value={value} {...rest} />;
    case "list":
      return <ListForm value={value} {...rest} />;
    case "link":
      return <LinkForm value={value} {...rest} />;
    case "location_request":
    case "contact_request":
      return <RequestForm value={value as Extract<Interactive, { type: "location_request" }>} {...rest} />;
    case "quick_replies":
      return <QuickRepliesForm value={value} {...rest} />;
    case "button_template":
      return <ButtonTemplateForm value={value} {...rest} />;
    case "cards":
      return <CardsForm value={value} {...rest} />;
  }
}
