"use client";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

type Props = { label: string; links: { href: string; label: string }[] };

export function SettingsNav({ label, links }: Props) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="flex gap-1 max-wide:-mx-3 wide:flex-col">
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={pathname === link.href ? "page" : undefined}
          className={clsx(
            "inline-flex h-8 items-center rounded-control px-3 max-wide:h-11",
            pathname === link.href ? "bg-surface-sunken font-medium" : "text-text-muted hover:text-text",
          )}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
