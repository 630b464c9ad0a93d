import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Props = { namespaces: readonly string[]; children: ReactNode };

/**
 * Hands client components below it the message namespaces they use, and no others, to keep pages small.
 * A nested one replaces the outer list, so name all that its tree needs.
 */
export async function ClientMessages({ namespaces, children }: Props) {
  const all = await getMessages();
  const picked = Object.fromEntries(Object.entries(all).filter(([name]) => namespaces.includes(name)));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
