"use client";
import clsx from "clsx";
import Inbox from "lucide-react/icons/inbox";
import Settings from "lucide-react/icons/settings";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { initialsOf } from "@/components/ui/initials";
import { Tooltip } from "@/components/ui/tooltip";
import { paths } from "@/lib/paths";
import { AccountMenu } from "./account-menu";

type Props = { businessName: string; onShowKeys: () => void };

/** The 56 px rail; under 900 px a bar at the bottom, which gives way to an open conversation. */
export function Rail({ businessName, onShowKeys }: Props) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const isReading = /^\/inbox\/./.test(pathname);
  const links = [
    {
      href: paths.inbox(),
      label: t("inbox"),
      shortcut: "g i",
      icon: Inbox,
      isHere: pathname.startsWith("/inbox"),
    },
    {
      href: paths.settings.home(),
      label: t("settings"),
      shortcut: "g s",
      icon: Settings,
      isHere: pathname.startsWith("/settings"),
    },
  ];
  return (
    <nav
      aria-label={t("navigation")}
      className={clsx(
        "flex shrink-0 items-center justify-around border-border bg-surface-sunken max-wide:border-t max-wide:pb-[env(safe-area-inset-bottom)] wide:w-14 wide:flex-col wide:justify-start wide:gap-1 wide:border-e wide:py-3",
        isReading && "max-wide:hidden",
      )}
    >
      {businessName ? <BusinessMark name={businessName} /> : null}
      {links.map(({ href, label, shortcut, icon: Icon, isHere }) => (
        <Tooltip key={href} content={label} shortcut={shortcut} side="end">
          <Link
            href={href}
            prefetch={false}
            aria-label={label}
            aria-current={isHere ? "page" : undefined}
            className={clsx(
              "inline-flex size-10 items-center justify-center rounded-lg transition-colors duration-150 max-wide:size-12",
              isHere ? "bg-accent-soft text-accent" : "text-text-muted hover:bg-border/50 hover:text-text",
            )}
          >
            <Icon size={20} aria-hidden />
          </Link>
        </Tooltip>
      ))}
      <div className="wide:mt-auto">
        <AccountMenu onShowKeys={onShowKeys} />
      </div>
    </nav>
  );
}

/** Whose inbox this is, for people who work in several. */
function BusinessMark({ name }: { name: string }) {
  return (
    <Tooltip content={name} side="end">
      <span
        role="img"
        aria-label={name}
        className="mb-2 inline-flex size-8 items-center justify-center rounded-lg bg-accent text-sm font-semibold text-accent-text max-wide:hidden"
      >
        {initialsOf(name)}
      </span>
    </Tooltip>
  );
}
