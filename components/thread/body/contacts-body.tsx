import BadgeCheck from "lucide-react/icons/badge-check";
import { useTranslations } from "next-intl";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";

/** Contact cards: names, numbers and addresses to copy. */
export function ContactsBody({ content }: { content: ContentOf<"contacts"> }) {
  const t = useTranslations("thread");
  const tKind = useTranslations("inbox.kind");
  if (content.cards.length === 0) return <KindLine kind="contacts" title={tKind("contacts")} />;
  return (
    <ul className="flex flex-col gap-2">
      {content.cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards have no id and never move
        <li key={index} className="flex flex-col gap-1">
          <KindLine
            kind="contacts"
            title={card.name ?? tKind("contacts")}
            detail={card.company ?? (hasReach(card) ? null : t("noNumber"))}
          />
          <ul className="tabular flex flex-col ps-11.5 text-sm select-text">
            {numbersOf(card).map((number) => (
              <li key={number}>{number}</li>
            ))}
            {card.emails.map((email) => (
              <li key={email}>{email}</li>
            ))}
          </ul>
          {card.origin === "contact_request" ? (
            <p className="flex items-center gap-1 text-xs text-done">
              <BadgeCheck size={13} aria-hidden /> {t("vouched")}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type Card = ContentOf<"contacts">["cards"][number];

const hasReach = (card: Card) => numbersOf(card).length > 0 || card.emails.length > 0;

function numbersOf(card: Card): string[] {
  const numbers = card.phones.map(({ phone, waId }) => phone ?? (waId ? `+${waId}` : null));
  return [...new Set(numbers.filter((number) => number !== null))];
}
