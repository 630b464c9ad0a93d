import clsx from "clsx";
import Check from "lucide-react/icons/check";
import CheckCheck from "lucide-react/icons/check-check";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import Clock from "lucide-react/icons/clock-3";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslations } from "next-intl";
import type { MessageStatus } from "@/lib/domain/delivery";

type Props = { status: MessageStatus; className?: string };

/** How far an outbound message got; the shape says it, the colour repeats it, the name is there to be read. */
export function Ticks({ status, className }: Props) {
  const t = useTranslations("inbox.status");
  if (status === "received") return null;
  const Icon = icons[status];
  return (
    <span
      role="img"
      aria-label={t(status)}
      className={clsx("inline-flex shrink-0", toneOf(status), className)}
    >
      <Icon size={14} aria-hidden strokeWidth={status === "read" || status === "played" ? 2.5 : 2} />
    </span>
  );
}

const icons = {
  queued: Clock,
  sending: Clock,
  unconfirmed: CircleHelp,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  played: CheckCheck,
  failed: TriangleAlert,
} as const;

function toneOf(status: MessageStatus): string {
  if (status === "read" || status === "played") return "text-accent";
  if (status === "failed") return "text-danger";
  if (status === "unconfirmed") return "text-soon";
  return "text-text-muted";
}
