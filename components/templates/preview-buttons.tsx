"use client";
import Copy from "lucide-react/icons/copy";
import ExternalLink from "lucide-react/icons/external-link";
import List from "lucide-react/icons/list";
import Phone from "lucide-react/icons/phone";
import Reply from "lucide-react/icons/reply";
import UserRound from "lucide-react/icons/user-round";
import type { TemplateButton, TemplateValues } from "@/lib/domain/template";
import { filledUrl } from "@/lib/domain/template-form";

type Props = { buttons: readonly TemplateButton[]; values: TemplateValues; id: string };

const icons = {
  quick_reply: Reply,
  flow: List,
  request_contact_info: UserRound,
  code: Copy,
  call: Phone,
  url: ExternalLink,
  copy_code: Copy,
  phone: Phone,
} as const;

/** A template's buttons, one under the other; where a link leads and what a code is, on hover. */
export function PreviewButtons({ buttons, values, id }: Props) {
  if (buttons.length === 0) return null;
  return (
    <ul className="border-t border-border">
      {buttons.map((button, at) => {
        const Icon = icons[button.type];
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: buttons are known by their place
            key={at}
            title={detailOf(button, values[`${id}.${at}`])}
            className="flex items-center justify-center gap-2 border-t border-border px-3 py-2 font-medium text-accent first:border-t-0"
          >
            <Icon size={14} aria-hidden className="shrink-0" />
            <span className="truncate">{button.text}</span>
          </li>
        );
      })}
    </ul>
  );
}

function detailOf(button: TemplateButton, value: string | undefined): string | undefined {
  if (button.type === "url") return filledUrl(button.url, value);
  if (button.type === "phone") return button.phone;
  return button.type === "copy_code" ? value : undefined;
}
