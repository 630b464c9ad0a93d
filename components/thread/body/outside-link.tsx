import ExternalLink from "lucide-react/icons/external-link";
import type { ReactNode } from "react";

/** A link out of Parley: opens apart and tells the other side nothing. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="inline-flex items-center gap-1 text-accent underline underline-offset-2 max-wide:min-h-11"
    >
      {children}
      <ExternalLink size={13} aria-hidden className="shrink-0" />
    </a>
  );
}
