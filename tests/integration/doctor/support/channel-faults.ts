import { instagramChannelId, whatsappChannelId } from "../../support/world";
import { account, document, environment, ig, type MadeFault, number, ofToken, token, wa } from "./make-fault";

const DAY_MS = 24 * 60 * 60_000;

export const channelFaults: MadeFault[] = [
  { name: "no channel is connected", line: "channels:", state: "warn", outcome: "none", ...disconnected() },
  {
    name: "the token was revoked",
    line: wa("token"),
    state: "fail",
    outcome: "invalid",
    ...number(token({ isValid: false })),
    hides: ofToken(whatsappChannelId),
  },
  {
    name: "the token was revoked",
    line: ig("token"),
    state: "fail",
    outcome: "invalid",
    ...account(token({ isValid: false })),
    hides: ofToken(instagramChannelId),
  },
  {
    name: "there is no token",
    line: wa("token"),
    state: "fail",
    outcome: "missing",
    ...environment({ WHATSAPP_ACCESS_TOKEN: undefined }),
    hides: ofToken(whatsappChannelId),
  },
  {
    name: "the token has ended",
    line: wa("tokenExpiry"),
    state: "fail",
    outcome: "over",
    ...number(token({ expiresAt: Date.now() - DAY_MS })),
    hides: ofToken(whatsappChannelId),
  },
  {
    name: "the token ends in three days",
    line: ig("tokenExpiry"),
    state: "warn",
    outcome: "soon",
    ...account(token({ expiresAt: Date.now() + 3 * DAY_MS })),
  },
  {
    name: "a permission is missing",
    line: wa("scopes"),
    state: "fail",
    outcome: "missing",
    ...number(token({ scopes: ["whatsapp_business_management"] })),
  },
  {
    name: "an Instagram permission is missing",
    line: ig("scopes"),
    state: "fail",
    outcome: "missing",
    ...account(
      token({ scopes: ["instagram_basic", "pages_manage_metadata", "pages_messaging", "pages_show_list"] }),
    ),
  },
  {
    name: "a wanted permission is missing",
    line: ig("scopes"),
    state: "warn",
    outcome: "less",
    ...account(token({ scopes: ["instagram_basic", "instagram_manage_messages", "pages_manage_metadata"] })),
  },
  {
    name: "the token is another app's",
    line: wa("appId"),
    state: "fail",
    outcome: "other",
    ...number(token({ appId: "999" })),
  },
  {
    name: "the account lacks the number",
    line: wa("numberInAccount"),
    state: "fail",
    outcome: "missing",
    ...number({ isListed: false }),
  },
  {
    name: "the Page is linked to another account",
    line: ig("pageLink"),
    state: "fail",
    outcome: "other",
    ...account({ linkedAccountId: "1" }),
  },
  {
    name: "the Page is linked to none",
    line: ig("pageLink"),
    state: "fail",
    outcome: "none",
    ...account({ linkedAccountId: null }),
  },
  {
    name: "the app is not subscribed to the account",
    line: wa("subscription"),
    state: "fail",
    outcome: "none",
    ...number({ isSubscribed: false }),
  },
  {
    name: "the app is not subscribed to the Page",
    line: ig("subscription"),
    state: "fail",
    outcome: "none",
    ...account({ isSubscribed: false }),
    hides: (key) => key === ig("subscribedFields"),
  },
  {
    name: "the Page does not tell of messages",
    line: ig("subscribedFields"),
    state: "fail",
    outcome: "noMessages",
    ...account({ subscribedFields: ["feed"] }),
  },
  {
    name: "the account keeps its messages from apps",
    line: ig("messageAccess"),
    state: "fail",
    outcome: "refused",
    ...account({ areMessagesAllowed: false }),
  },
  {
    name: "nothing came for ten days",
    line: wa("lastEvent"),
    state: "warn",
    outcome: "quiet",
    ...document(`channels/${whatsappChannelId}`, { lastEventAt: Date.now() - 10 * DAY_MS }),
  },
  {
    name: "nothing ever came",
    line: ig("lastEvent"),
    state: "warn",
    outcome: "never",
    ...document(`channels/${instagramChannelId}`, { lastEventAt: null }),
  },
  {
    name: "sending is paused",
    line: wa("sending"),
    state: "fail",
    outcome: "paused",
    ...document(`channels/${whatsappChannelId}`, {
      pause: { code: 190, subcode: null, at: Date.now(), tokenHint: null },
    }),
  },
];

function disconnected() {
  const both = [whatsappChannelId, instagramChannelId].map((id) =>
    document(`channels/${id}`, { isConnected: false }),
  );
  return {
    make: async () => void (await Promise.all(both.map(({ make }) => make()))),
    mend: async () => void (await Promise.all(both.map(({ mend }) => mend()))),
  };
}
