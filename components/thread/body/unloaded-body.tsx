import { useTranslations } from "next-intl";
import { previewText } from "@/components/inbox/preview";
import type { ThreadMessage } from "@/lib/client/inbox-data";

/** In place of a body whose code could not be fetched: what the message is, in words. */
export function UnloadedBody({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  const tInbox = useTranslations("inbox");
  return (
    <>
      <p>{previewText(tInbox, { ...message, isRevoked: false })}</p>
      <p className="text-sm text-text-muted">{t("notDrawn")}</p>
    </>
  );
}
