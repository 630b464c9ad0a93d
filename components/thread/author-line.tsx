"use client";
import { useTranslations } from "next-intl";
import { useMember } from "@/components/app-shell/member-context";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { isNamedKey } from "@/lib/domain/api-key-shown";

/** Who on our side wrote a group, when it was not the person at the screen. */
export function AuthorLine({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  const me = useMember();
  const words = wordsFor();
  return words ? <p className="px-1 pb-0.5 text-xs text-text-muted">{words}</p> : null;

  function wordsFor(): string | null {
    const { direction, author } = message;
    if (direction === "inbound" || author.kind === "contact" || author.kind === "system") return null;
    if (author.kind === "phone") return t("fromPhone");
    if (author.kind === "api")
      return isNamedKey(author) ? t("fromApiNamed", { name: author.name }) : t("fromApi");
    return author.id === me.id ? null : author.name;
  }
}
