import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ChannelType } from "@/lib/domain/channel";

type Props = { channel: ChannelType; className?: string };

/** The 14 px mark of a channel: the only place its colour appears. */
export function ChannelBadge({ channel, className }: Props) {
  const t = useTranslations("inbox.channel");
  return (
    <span
      role="img"
      aria-label={t(channel)}
      title={t(channel)}
      className={clsx(
        "inline-flex size-3.5 shrink-0 items-center justify-center text-white",
        channel === "whatsapp" ? "rounded-full bg-channel-whatsapp" : "rounded bg-channel-instagram",
        className,
      )}
    >
      <svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true" fill="none" stroke="currentColor">
        {channel === "whatsapp" ? (
          <path
            d="M5 4.2c-.6.3-.8 1-.6 1.7.5 1.7 1.9 3.1 3.6 3.6.8.2 1.5-.1 1.7-.8l-1.4-.9-.7.5c-.7-.3-1.3-.9-1.7-1.7l.5-.7z"
            fill="currentColor"
            strokeWidth="0.4"
          />
        ) : (
          <>
            <rect x="3.5" y="3.5" width="7" height="7" rx="2.2" strokeWidth="1.1" />
            <circle cx="7" cy="7" r="1.7" strokeWidth="1.1" />
          </>
        )}
      </svg>
    </span>
  );
}
