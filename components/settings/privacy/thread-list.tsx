import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ChannelBadge } from "@/components/inbox/channel-badge";
import type { PersonThread } from "@/lib/inbox/privacy/read-person";
import { paths } from "@/lib/paths";

/** The conversations of a person, with how much is in each. */
export function ThreadList({ threads }: { threads: readonly PersonThread[] }) {
  const t = useTranslations("settings.privacy.threads");
  const format = useFormatter();
  const day = (at: number) => format.dateTime(at, { dateStyle: "medium" });
  return (
    <section aria-labelledby="threads" className="flex flex-col gap-3">
      <h2 id="threads" className="text-lg font-semibold">
        {t("title")}
      </h2>
      {threads.length === 0 ? <p className="text-text-muted">{t("none")}</p> : null}
      <ul className="divide-y divide-border border-y border-border empty:hidden">
        {threads.map(({ conversation, channelName, messages, firstAt, lastAt }) => (
          <li key={conversation.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <ChannelBadge channel={conversation.channel} />
            <Link
              href={paths.conversation(conversation.id)}
              className="text-accent underline underline-offset-2"
            >
              {channelName}
            </Link>
            <span className="text-text-muted">
              {firstAt === null || lastAt === null
                ? t("empty")
                : t("messages", { count: messages, first: day(firstAt), last: day(lastAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
