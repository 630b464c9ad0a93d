"use client";
import { useTranslations } from "next-intl";
import { useMember } from "@/components/app-shell/member-context";
import { isNamedKey } from "@/lib/domain/api-key-shown";
import type { Message } from "@/lib/domain/message";
import { useThreadContext } from "./thread-context";

/** Names whoever wrote a message: the customer, "You", a colleague, the phone app, the API, a rule. */
export function useAuthorName(): (message: Pick<Message, "direction" | "author">) => string {
  const t = useTranslations("inbox");
  const tThread = useTranslations("thread");
  const { name } = useThreadContext();
  const me = useMember();
  return ({ direction, author }) => {
    if (direction === "inbound") return name;
    if (author.kind === "phone") return t("author.phone");
    if (author.kind === "system") return t("author.system");
    if (author.kind === "api") {
      return isNamedKey(author) ? tThread("fromApiNamed", { name: author.name }) : t("author.api");
    }
    return author.id === me.id ? t("you") : (author.name ?? tThread("colleague"));
  };
}
