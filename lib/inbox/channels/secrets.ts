import { createHash } from "node:crypto";
import type { Channel } from "@/lib/domain/channel";
import type { Sealed } from "@/lib/domain/sealed";
import { openSecret } from "@/lib/inbox/seal/open";

export type SecretField = "token" | "appSecret" | "verifyToken";

/** What a channel's secret is sealed for, and opens for alone. */
export const placeOf = (channelId: string, field: SecretField) => `channels/${channelId}/${field}`;

/** A name for one of several secrets that says nothing of it. */
export const secretId = ({ box }: Sealed): string =>
  createHash("sha256").update(box).digest("hex").slice(0, 16);

/** The access token that was entered in the settings; null without one, or when it cannot be opened. */
export async function tokenOf({ id, credentials }: Channel): Promise<string | null> {
  const sealed = credentials?.token;
  return sealed ? openSecret(sealed, placeOf(id, "token")) : null;
}

/** The app secrets that were entered in the settings; what cannot be opened is left out. */
export async function appSecretsOf({ id, credentials }: Channel): Promise<string[]> {
  return openAll(credentials?.appSecrets ?? [], placeOf(id, "appSecret"));
}

export async function verifyTokenOf({ id, credentials }: Channel): Promise<string | null> {
  const sealed = credentials?.verifyToken;
  return sealed ? openSecret(sealed, placeOf(id, "verifyToken")) : null;
}

async function openAll(list: readonly Sealed[], place: string): Promise<string[]> {
  const opened = await Promise.all(list.map((sealed) => openSecret(sealed, place)));
  return opened.filter((plain) => plain !== null);
}
