"use client";
import clsx from "clsx";
import ArrowLeft from "lucide-react/icons/arrow-left";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { paths } from "@/lib/paths";
import { isWithin, type SettingsLink, SettingsNav } from "./settings-nav";

type Props = { title: string; navLabel: string; links: readonly SettingsLink[]; children: ReactNode };

/** Pages beside their list; under 900 px one at a time: the list at `/settings`, and a way back from each page. */
export function SettingsFrame({ title, navLabel, links, children }: Props) {
  const pathname = usePathname();
  const isHome = pathname === paths.settings.home();
  const Title = isHome ? "h1" : "p";
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-6xl flex-col p-4 wide:flex-row wide:gap-10 wide:p-8">
        <div
          className={clsx(
            "flex shrink-0 flex-col gap-3 wide:w-44 wide:self-start",
            !isHome && "max-wide:hidden",
          )}
        >
          <Title className="text-lg font-semibold wide:px-3">{title}</Title>
          <SettingsNav label={navLabel} links={links} />
        </div>
        <div className={clsx("min-w-0 flex-1", isHome && "max-wide:hidden")}>
          {isHome ? null : <BackLink title={title} links={links} pathname={pathname} />}
          {children}
        </div>
      </div>
    </div>
  );
}

/** From a page to the list, from what is below a page to that page. */
function BackLink({ title, links, pathname }: Pick<Props, "title" | "links"> & { pathname: string }) {
  const page = links.find(({ href }) => isWithin(pathname, href));
  const isBelow = page !== undefined && page.href !== pathname;
  const to = isBelow ? page : { href: paths.settings.home(), label: title };
  return (
    <Link
      href={to.href}
      className="-ms-2 -mt-2 mb-1 inline-flex min-h-11 items-center gap-1.5 rounded-control px-2 text-text-muted wide:hidden"
    >
      <ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
      {to.label}
    </Link>
  );
}
