"use client";
import clsx from "clsx";
import ChevronRight from "lucide-react/icons/chevron-right";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Fragment } from "react";

/** `note`: what waits there for somebody, in a word; shown as a dot. */
export type SettingsLink = { href: string; label: string; group: string; note?: string | null };

type Props = { label: string; links: readonly SettingsLink[] };

/** Headings help to find one of many; over a handful of links they are noise. */
const MANY = 4;

/** The pages of the settings: a quiet column, or under 900 px a list with a row for each. */
export function SettingsNav({ label, links }: Props) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="flex flex-col max-wide:-mx-4 max-wide:border-t max-wide:border-border">
      {links.map((link, index) => {
        const isHere = isWithin(pathname, link.href);
        return (
          <Fragment key={link.href}>
            {links.length >= MANY && link.group !== links[index - 1]?.group ? (
              <p className="px-4 pt-5 pb-1 text-xs text-text-muted max-wide:bg-surface-sunken max-wide:py-1.5 wide:px-3 wide:first:pt-0">
                {link.group}
              </p>
            ) : null}
            <Link
              href={link.href}
              prefetch={false}
              aria-current={pathname === link.href ? "page" : isHere || undefined}
              className={clsx(
                "flex min-h-8 items-center justify-between rounded-control px-3 transition-colors duration-150 max-wide:min-h-12 max-wide:rounded-none max-wide:border-b max-wide:border-border max-wide:px-4 max-wide:focus-visible:-outline-offset-2",
                isHere ? "bg-surface-sunken font-medium" : "wide:text-text-muted wide:hover:text-text",
              )}
            >
              <span className="flex items-center gap-2">
                {link.label}
                {link.note ? (
                  <span title={link.note} className="size-2 rounded-full bg-danger">
                    <span className="sr-only">{link.note}</span>
                  </span>
                ) : null}
              </span>
              <ChevronRight size={16} aria-hidden className="text-text-muted wide:hidden rtl:-scale-x-100" />
            </Link>
          </Fragment>
        );
      })}
    </nav>
  );
}

/** Whether a path is a page or something below it. */
export const isWithin = (pathname: string, href: string) =>
  pathname === href || pathname.startsWith(`${href}/`);
