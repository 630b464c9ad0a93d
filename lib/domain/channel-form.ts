import { z } from "zod";

const MetaId = z
  .string()
  .trim()
  .regex(/^\d{5,30}$/, "id");
/** What is pasted often brings a space or a line end along. */
const Secret = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{8,2000}$/, "secret");

export const MAX_APP_SECRETS = 5;
export const ChannelName = z.string().trim().min(1, "name").max(60, "name");

/** What an admin types to connect a WhatsApp number; form and action share it. Messages are keys of `fieldErrors`. */
export const WhatsAppForm = z.object({
  type: z.literal("whatsapp"),
  phoneNumberId: MetaId,
  wabaId: MetaId,
  token: Secret,
  appSecret: Secret,
});

/** The same for an Instagram account, which is found by its token. `pageId` only for a token that opens several Pages. */
export const InstagramForm = z.object({
  type: z.literal("instagram"),
  login: z.enum(["facebook", "instagram"]),
  pageId: z.union([z.literal("").transform(() => null), MetaId]).nullable(),
  token: Secret,
  appSecret: Secret,
});

export const ConnectForm = z.discriminatedUnion("type", [WhatsAppForm, InstagramForm]);
export type ConnectForm = z.output<typeof ConnectForm>;
export type ConnectField = "phoneNumberId" | "wabaId" | "pageId" | "token" | "appSecret";

export const NewSecret = z.object({ channelId: z.string().min(1).max(200), secret: Secret });

/** Why Meta's answer does not do, in our words: `settings.channels.problems.<name>`. */
export const connectProblems = [
  "token_refused",
  "token_expired",
  "permission_missing",
  "number_not_found",
  "wrong_account",
  "account_not_found",
  "page_token_needed",
  "no_instagram",
  "other_account",
  "app_secret_wrong",
  "scopes_missing",
  "rate_limited",
  "unreachable",
  "refused",
] as const;
export type ConnectProblem = (typeof connectProblems)[number];

/** What Meta told of a number or an account. `templateCount` null: Instagram, or it could not be counted. */
export type ConnectionFound = {
  name: string | null;
  displayPhone: string | null;
  username: string | null;
  quality: string | null;
  messagingLimit: string | null;
  nameStatus: string | null;
  accountState: string | null;
  templateCount: number | null;
  /** Epoch ms; null: never, or not told. */
  tokenExpiresAt: number | null;
  scopes: string[];
};
