"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** On a wide screen the list stands beside a page, so there has to be one. */
export function OpenFirstPage({ href }: { href: string }) {
  const router = useRouter();
  useEffect(() => {
    const wide = window.matchMedia("(min-width: 56.25rem)");
    const open = () => {
      if (wide.matches) router.replace(href);
    };
    open();
    wide.addEventListener("change", open);
    return () => wide.removeEventListener("change", open);
  }, [href, router]);
  return null;
}
