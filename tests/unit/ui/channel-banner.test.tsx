import { text } from "node:stream/consumers";
import { NextIntlClientProvider } from "next-intl";
import { prerenderToNodeStream } from "react-dom/static";
import { describe, expect, it } from "vitest";
import { ChannelBanners } from "@/components/app-shell/channel-banner";
import { MemberProvider } from "@/components/app-shell/member-context";
import { LiveProvider } from "@/lib/client/live-provider";
import type { Role } from "@/lib/domain/member";
import messages from "@/messages/en";

const NOW = 1_790_000_100_000;
const DAY = 24 * 60 * 60 * 1000;

async function draw(
  role: Role,
  tokenExpiresAt: number | null,
  changes: { isConnected?: boolean } = {},
): Promise<string> {
  const health = {
    quality: null,
    messagingLimit: null,
    nameStatus: null,
    accountState: null,
    updatedAt: null,
  };
  const channel = {
    ...{ id: "ig_1", type: "instagram" as const, name: "Shop", displayPhone: null, username: "shop" },
    ...{ isConnected: true, pause: null, health, tokenExpiresAt, ...changes },
  };
  const { prelude } = await prerenderToNodeStream(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <MemberProvider member={{ id: "ines", name: "Ines", role }}>
        <LiveProvider member={{ id: "ines", name: "Ines" }} cursor="" renderedAt={NOW}>
          <ChannelBanners fallback={[channel]} />
        </LiveProvider>
      </MemberProvider>
    </NextIntlClientProvider>,
  );
  return (await text(prelude))
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

describe("the banner about a channel's access token", () => {
  it("says from a week before its end when it ends, and to whom to turn", async () => {
    expect(await draw("agent", NOW + 8 * DAY)).toBe("");
    expect(await draw("agent", null)).toBe("");
    expect(await draw("agent", NOW + 3.5 * DAY)).toBe(
      "The access token of Shop ends in 3 days. Tell an admin.",
    );
    expect(await draw("admin", NOW + 1.5 * DAY)).toBe(
      "The access token of Shop ends tomorrow. Replace it. Channels",
    );
  });

  it("says that it has ended", async () => {
    expect(await draw("agent", NOW - 1)).toBe(
      "The access token of Shop has ended. Nothing is sent. Tell an admin.",
    );
  });

  it("is silent about a channel that is not connected", async () => {
    expect(await draw("admin", NOW - 1, { isConnected: false })).toBe("");
  });
});
