import { useTranslations } from "next-intl";
import { Moment } from "@/components/inbox/moment";
import type { ChannelNotice } from "@/lib/domain/channel";

type Props = { notices: ChannelNotice[] };

/** What Meta said of a number or an account lately, newest first. */
export function ChannelNotices({ notices }: Props) {
  const t = useTranslations("settings.channels");
  const say = (name: string) =>
    t.has(`notices.${name}`) ? t(`notices.${name}`) : t("otherNotice", { name: name.replaceAll("_", " ") });
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t("noticesTitle")}</h3>
      {notices.length === 0 ? <p className="text-sm text-text-muted">{t("noNotices")}</p> : null}
      <ul className="flex flex-col gap-1 text-sm">
        {notices.map(({ name, detail, at }) => (
          <li key={`${at} ${name} ${detail}`} className="flex gap-3">
            <Moment at={at} as="list" className="w-20 shrink-0 text-text-muted" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {say(name)}
              {detail ? <span className="block text-text-muted">{detail}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
