import { useTranslations } from "next-intl";
import { KindIcon } from "@/components/inbox/kind-icon";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { unsupportedReason } from "./unsupported-reason";

type Props = {
  message: Pick<ThreadMessage, "channel">;
  /** Meta's name for it. */
  type: string | null;
  code: number | null;
  reason: string | null;
};

/** A message whose content did not come through: what it was as far as known, why, and what to do. */
export function UnsupportedBody({ message, type, code, reason }: Props) {
  const t = useTranslations("thread.unsupported");
  const app = useTranslations("inbox.channel")(message.channel);
  const why = unsupportedReason(type, code);
  return (
    <div className="flex max-w-md gap-2 text-text-muted">
      <KindIcon kind="unsupported" size={16} className="mt-0.5 shrink-0" />
      <div className="flex flex-col gap-1">
        <p className="text-text">{t(`${why}.what`, { app, type: type ?? "" })}</p>
        <p className="text-sm">{t(`${why}.do`, { app })}</p>
        {why === "named" || why === "unknown" ? (
          <p className="text-xs empty:hidden">{reason ? t("reason", { reason }) : null}</p>
        ) : null}
      </div>
    </div>
  );
}
