"use client";
import { useLocale, useTranslations } from "next-intl";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";

type Item = ContentOf<"order">["items"][number];

/** An order as a small table, with its total when every price is known in one currency. */
export function OrderBody({ content }: { content: ContentOf<"order"> }) {
  const t = useTranslations("thread.order");
  const tKind = useTranslations("inbox.kind");
  const locale = useLocale();
  const { items } = content;
  const total = totalOf(items);
  const cell = "py-1 pe-4 text-start last:pe-0";
  const number = "py-1 pe-4 text-end last:pe-0";
  return (
    <div className="flex flex-col gap-1.5">
      <KindLine kind="order" title={tKind("order")} />
      {items.length === 0 ? null : (
        <table className="tabular text-sm">
          <thead className="text-xs text-text-muted">
            <tr>
              <th className={cell}>{t("item")}</th>
              <th className={number}>{t("quantity")}</th>
              <th className={number}>{t("price")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one product may be there twice, and rows never move
              <tr key={index} className="border-t border-text/10">
                <td className={cell}>{item.productId ?? t("unknownItem")}</td>
                <td className={number}>{item.quantity ?? "–"}</td>
                <td className={number}>{money(item.price, item.currency, locale)}</td>
              </tr>
            ))}
          </tbody>
          {total ? (
            <tfoot>
              <tr className="border-t border-text/20 font-medium">
                <th colSpan={2} className={cell}>
                  {t("total")}
                </th>
                <td className={number}>{money(total.amount, total.currency, locale)}</td>
              </tr>
            </tfoot>
          ) : null}
        </table>
      )}
    </div>
  );
}

function totalOf(items: readonly Item[]): { amount: number; currency: string | null } | null {
  const currency = items[0]?.currency ?? null;
  const isSummable = items.every((item) => item.price !== null && item.currency === currency);
  if (items.length < 2 || !isSummable) return null;
  const amount = items.reduce((sum, item) => sum + (item.price ?? 0) * (item.quantity ?? 1), 0);
  return { amount, currency };
}

function money(amount: number | null, currency: string | null, locale: string): string {
  if (amount === null) return "–";
  try {
    return new Intl.NumberFormat(locale, currency ? { style: "currency", currency } : {}).format(amount);
  } catch {
    return `${amount} ${currency ?? ""}`;
  }
}
