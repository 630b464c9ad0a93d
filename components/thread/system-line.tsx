import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { systemNotice } from "./system-notice";

/** Something that happened, in one muted line; not a message anybody wrote. */
export function SystemLine({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.system");
  const { key, words, values } = systemNotice(message);
  return (
    <p
      dir="auto"
      className="mx-auto max-w-md py-2 text-center text-xs [overflow-wrap:anywhere] text-text-muted"
    >
      {key ? t(key, values) : words}
      {key && words ? <span className="block">{words}</span> : null}
    </p>
  );
}
