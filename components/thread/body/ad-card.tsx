import { useTranslations } from "next-intl";
import { Group } from "@/components/ui/group";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { paths } from "@/lib/paths";
import { frameSize } from "../media/frame-size";
import { safeHref } from "../rich-text";
import { adOrigin } from "./ad-origin";
import { OutsideLink } from "./outside-link";

type Props = { message: ThreadMessage; referral: Record<string, unknown> };

/** The ad, post or link a customer came from, with our copy of its picture. */
export function AdCard({ message, referral }: Props) {
  const t = useTranslations("thread.ad");
  const { source, headline, body, url, media, product, ref } = adOrigin(referral);
  const href = safeHref(url);
  const title = t(source);
  return (
    <Group
      label={title}
      className="mb-2 flex max-w-sm flex-col gap-0.5 rounded-lg bg-surface/60 p-2.5 text-sm"
    >
      <p className="text-xs font-medium text-text-muted">{title}</p>
      <AdPicture message={message} />
      {headline ? (
        <p dir="auto" className="font-medium [overflow-wrap:anywhere]">
          {headline}
        </p>
      ) : null}
      {body ? (
        <p dir="auto" className="line-clamp-4 [overflow-wrap:anywhere] text-text-muted">
          {body}
        </p>
      ) : null}
      {product ? <p className="text-text-muted">{t("product", { id: product })}</p> : null}
      {ref ? <p className="text-text-muted">{t("ref", { ref })}</p> : null}
      {href ? <OutsideLink href={href}>{t(media ? `open_${media}` : "open")}</OutsideLink> : null}
    </Group>
  );
}

/** Decoration beside the headline: nothing when it could not be copied. */
function AdPicture({ message }: { message: ThreadMessage }) {
  const file = message.adMedia?.file;
  if (file?.state !== "ready" || !file.mimeType?.startsWith("image/")) return null;
  const { width, height } = frameSize(file, 160);
  return (
    // biome-ignore lint/performance/noImgElement: our own disk gives small copies, behind the session
    <img
      src={paths.media(message.conversationId, message.id, "ad", { size: "thumb" })}
      alt=""
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      className="max-w-full rounded-md object-cover"
    />
  );
}
