import { useTranslations } from "next-intl";
import { Group } from "@/components/ui/group";
import { safeHref } from "../rich-text";
import { adOrigin } from "./ad-origin";
import { OutsideLink } from "./outside-link";

/** The ad, post or link a customer came from. Its picture is on Meta's servers and stays there. */
export function AdCard({ referral }: { referral: Record<string, unknown> }) {
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
