import { asObject, asText } from "./odd";

export type AdOrigin = {
  source: "ad" | "post" | "shop" | "link";
  headline: string | null;
  body: string | null;
  /** A page for people. */
  url: string | null;
  media: "image" | "video" | null;
  product: string | null;
  /** The word in an ig.me or m.me link. */
  ref: string | null;
};

/**
 * Where a customer came from, out of Meta's `referral`: WhatsApp's is flat, Instagram nests an ad's title. Pure.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/text
 */
export function adOrigin(referral: Record<string, unknown>): AdOrigin {
  const nested = asObject(referral.ads_context_data);
  const product = asText(asObject(referral.product).id);
  const type = (asText(referral.source_type) ?? asText(referral.source) ?? "").toLowerCase();
  const isAd = type.startsWith("ad") || asText(referral.ad_id) !== null || Object.keys(nested).length > 0;
  const hasVideo = referral.media_type === "video" || asText(nested.video_url) !== null;
  const hasImage = referral.media_type === "image" || asText(nested.photo_url) !== null;
  return {
    source: isAd ? "ad" : type === "post" ? "post" : product ? "shop" : "link",
    headline: asText(referral.headline) ?? asText(nested.ad_title),
    body: asText(referral.body),
    url: asText(referral.source_url),
    media: hasVideo ? "video" : hasImage ? "image" : null,
    product,
    ref: asText(referral.ref),
  };
}
