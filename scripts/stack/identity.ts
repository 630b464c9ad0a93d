import type { Secrets } from "./secrets";

/** The two channels of a local stack, as Meta would name them. Invented, and the same on every machine. */
export const localChannels = {
  whatsapp: {
    phoneNumberId: "106540352242922",
    wabaId: "102290129340398",
    displayPhone: "+1 555-010-0199",
  },
  instagram: { accountId: "17841405822304914", pageId: "108223344556677" },
};

/** The environment that makes the app and the stand-in for Meta agree on who is who. */
export function metaEnv(secrets: Secrets): Record<(typeof metaNames)[number], string> {
  return {
    META_APP_ID: "270110000000001",
    META_APP_SECRET: secrets.appSecret,
    WHATSAPP_PHONE_NUMBER_ID: localChannels.whatsapp.phoneNumberId,
    WHATSAPP_BUSINESS_ACCOUNT_ID: localChannels.whatsapp.wabaId,
    WHATSAPP_ACCESS_TOKEN: secrets.whatsappAccessToken,
    WHATSAPP_VERIFY_TOKEN: secrets.whatsappVerifyToken,
    INSTAGRAM_ACCOUNT_ID: localChannels.instagram.accountId,
    INSTAGRAM_PAGE_ID: localChannels.instagram.pageId,
    INSTAGRAM_ACCESS_TOKEN: secrets.instagramAccessToken,
    INSTAGRAM_VERIFY_TOKEN: secrets.instagramVerifyToken,
  };
}

/** What `metaEnv` sets. */
export const metaNames = [
  "META_APP_ID",
  "META_APP_SECRET",
  "WHATSAPP_PHONE_NUMBER_ID",
  "WHATSAPP_BUSINESS_ACCOUNT_ID",
  "WHATSAPP_ACCESS_TOKEN",
  "WHATSAPP_VERIFY_TOKEN",
  "INSTAGRAM_ACCOUNT_ID",
  "INSTAGRAM_PAGE_ID",
  "INSTAGRAM_ACCESS_TOKEN",
  "INSTAGRAM_VERIFY_TOKEN",
] as const;
