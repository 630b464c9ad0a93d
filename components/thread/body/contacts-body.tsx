"use client";
import BadgeCheck from "lucide-react/icons/badge-check";
import Download from "lucide-react/icons/download";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Group } from "@/components/ui/group";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";
import { type Card, hasReach, numbersOf, vcardOf } from "./vcard";

/** Contact cards: names, numbers and addresses to copy, each to save as a contact. */
export function ContactsBody({ content }: { content: ContentOf<"contacts"> }) {
  const tKind = useTranslations("inbox.kind");
  if (content.cards.length === 0) return <KindLine kind="contacts" title={tKind("contacts")} />;
  return (
    <ul className="flex flex-col gap-3">
      {content.cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards have no id and never move
        <li key={index}>
          <ContactCard card={card} />
        </li>
      ))}
    </ul>
  );
}

function ContactCard({ card }: { card: Card }) {
  const t = useTranslations("thread");
  const tKind = useTranslations("inbox.kind");
  const name = card.name ?? tKind("contacts");
  return (
    <Group label={name} className="flex flex-col gap-1">
      <KindLine
        kind="contacts"
        title={name}
        detail={card.company ?? (hasReach(card) ? null : t("noNumber"))}
      />
      <ul className="tabular flex flex-col ps-11.5 text-sm select-text">
        {numbersOf(card).map(({ number, type }) => (
          <li key={number}>
            <bdi>{number}</bdi>
            {type ? <span className="text-text-muted"> {type.toLowerCase()}</span> : null}
          </li>
        ))}
        {card.emails.map((email) => (
          <li key={email} className="[overflow-wrap:anywhere]">
            {email}
          </li>
        ))}
      </ul>
      {card.origin === "contact_request" ? (
        <p className="flex items-center gap-1 ps-11.5 text-xs text-done">
          <BadgeCheck size={13} aria-hidden /> {t("vouched")}
        </p>
      ) : null}
      {hasReach(card) ? (
        <div className="ps-11.5 pt-1">
          <Button size="sm" aria-label={t("saveContactNamed", { name })} onClick={() => save(card)}>
            <Download size={14} aria-hidden />
            {t("saveContact")}
          </Button>
        </div>
      ) : null}
    </Group>
  );
}

/** Gives the card as a .vcf file, made here. */
function save(card: Card): void {
  const url = URL.createObjectURL(new Blob([vcardOf(card)], { type: "text/vcard;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${(card.name ?? "contact").replace(/[\\/:*?"<>|]+/g, " ").trim() || "contact"}.vcf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
