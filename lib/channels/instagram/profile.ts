import { z } from "zod";
import type { ChannelCredentials, ProfileResult } from "../client-types";
import { call } from "../graph/call";
import { optional, text } from "../lenient";
import { withoutAt } from "../username";

const Profile = z.object({
  name: optional(text),
  username: optional(text),
  profile_pic: optional(text),
});

const CONSENT_REQUIRED = 230;
const NO_MATCHING_USER = 9010;
const NO_MATCHING_USER_SUBCODE = 2018001;

/**
 * A person's Instagram profile. Meta refuses it until they have written (230), and knows nobody behind some ids
 * (9010, as App Review's bot). `avatarUrl` expires within days.
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/user-profile
 */
export async function fetchProfile(credentials: ChannelCredentials, igsid: string): Promise<ProfileResult> {
  const result = await call(credentials, {
    method: "GET",
    path: encodeURIComponent(igsid),
    query: { fields: Object.keys(Profile.shape).join(",") },
  });
  if (result.ok) {
    const profile = Profile.safeParse(result.data).data;
    return {
      state: "ready",
      name: profile?.name?.trim() || null,
      username: withoutAt(profile?.username),
      avatarUrl: profile?.profile_pic ?? null,
    };
  }
  const { code, subcode } = result.failure;
  if (code === CONSENT_REQUIRED) return { state: "denied" };
  if (code === NO_MATCHING_USER || subcode === NO_MATCHING_USER_SUBCODE) return { state: "unknown" };
  return { state: "failed", failure: result.failure };
}
