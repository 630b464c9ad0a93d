import clsx from "clsx";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import CircleX from "lucide-react/icons/circle-x";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslations } from "next-intl";
import type { CheckState } from "@/lib/domain/doctor/result";

const looks = {
  pass: { Icon: CircleCheck, tone: "text-done" },
  warn: { Icon: TriangleAlert, tone: "text-soon" },
  fail: { Icon: CircleX, tone: "text-danger" },
  unknown: { Icon: CircleHelp, tone: "text-text-muted" },
} as const;

/** A state as a shape and a word; the colour only helps. */
export function StateMark({ state }: { state: CheckState }) {
  const t = useTranslations("settings.setup.states");
  const { Icon, tone } = looks[state];
  return (
    <span className={clsx("inline-flex items-center gap-1.5 font-medium whitespace-nowrap", tone)}>
      <Icon size={16} aria-hidden className="shrink-0" />
      {t(state)}
    </span>
  );
}
