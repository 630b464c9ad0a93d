import { z } from "zod";
import { id, listOf, numeric, optional, text } from "../lenient";
import type { Draft } from "./draft";

const Order = z.object({
  catalog_id: optional(id),
  text: optional(text),
  product_items: listOf(
    z.object({
      product_retailer_id: optional(id),
      quantity: optional(numeric),
      item_price: optional(numeric),
      currency: optional(text),
    }),
  ),
});

export function orderContent(raw: unknown): Draft {
  const order = Order.safeParse(raw).data;
  const items = (order?.product_items ?? []).map((item) => ({
    productId: item.product_retailer_id ?? null,
    quantity: item.quantity ?? null,
    price: item.item_price ?? null,
    currency: item.currency ?? null,
  }));
  return {
    kind: "order",
    text: order?.text || null,
    content: { kind: "order", catalogId: order?.catalog_id ?? null, items },
  };
}
