import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";

const known = ["user_changed_number", "customer_identity_changed"];

/** Something that happened, in one muted line; not a message anybody wrote. */
export function SystemLine({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.system");
  const content = message.content;
  const event = content.kind === "system" && known.includes(content.event) ? content.event : "unknown";
  const words = message.text ?? (content.kind === "system" ? content.body : null);
  return (
    <p dir="auto" className="py-2 text-center text-xs text-text-muted">
      {words ?? t(event)}
    </p>
  );
}
