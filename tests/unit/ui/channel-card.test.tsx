import { text } from "node:stream/consumers";
import { NextIntlClientProvider } from "next-intl";
import { prerenderToNodeStream } from "react-dom/static";
import { describe, expect, it } from "vitest";
import { ChannelCard } from "@/components/settings/channel-card";
import { LiveProvider } from "@/lib/client/live-provider";
import messages from "@/messages/en";

type Channel = Parameters<typeof ChannelCard>[0]["channel"];

const channel: Channel = {
  id: "wa_1",
  type: "whatsapp",
  name: "Shop",
  displayPhone: "15550100200",
  username: null,
  isConnected: true,
  pause: null,
  health: {
    quality: "YELLOW",
    messagingLimit: "2000",
    nameStatus: "APPROVED",
    accountState: null,
    updatedAt: 1,
  },
  notices: [
    { name: "account_restriction", detail: "RESTRICTED_BIZ_INITIATED_MESSAGING", at: 1_790_000_000_000 },
    { name: "quantum_update", detail: null, at: 1_780_000_000_000 },
  ],
  lastEventAt: null,
  tokenExpiresAt: null,
  tokenRefreshFailedAt: null,
};

async function draw(changes: Partial<Channel> = {}): Promise<string> {
  const { prelude } = await prerenderToNodeStream(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <LiveProvider member={{ id: "ines", name: "Ines" }} cursor="" renderedAt={1_790_000_100_000}>
        <ChannelCard channel={{ ...channel, ...changes }} />
      </LiveProvider>
    </NextIntlClientProvider>,
  );
  return (await text(prelude)).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

describe("a channel on the settings page", () => {
  it("says in words how it stands at Meta, and keeps Meta's own where it has none", async () => {
    const shown = await draw();
    for (const words of ["Shop", "+15550100200", "Connected", "Medium", "2000", "Approved", "Not told yet"])
      expect(shown).toContain(words);
    expect(shown).toContain("Meta has restricted the account.");
    expect(shown).toContain("RESTRICTED_BIZ_INITIATED_MESSAGING");
    expect(shown).toContain("Meta: quantum update");
    expect(shown).not.toContain("settings.channels");
  });

  it("says that sending is paused, and why", async () => {
    const shown = await draw({ pause: { code: 190, subcode: null, at: 1, tokenHint: null } });
    expect(shown).toContain("Sending is paused");
    expect(shown).toContain("code 190");
  });

  it.each([
    [1_790_000_100_000 + 3.5 * 24 * 60 * 60 * 1000, "Token expires in 3 days"],
    [1_790_000_100_000 + 60_000, "Token expires today"],
    [1_790_000_100_000 - 60_000, "Token expired"],
  ])("says when its access token ends", async (tokenExpiresAt, words) => {
    expect(await draw({ tokenExpiresAt })).toContain(words);
    expect(await draw({ tokenExpiresAt: 1_790_000_100_000 + 9 * 24 * 60 * 60 * 1000 })).not.toContain(
      "Token",
    );
  });

  it("shows an Instagram account without what only numbers have", async () => {
    const shown = await draw({ type: "instagram", displayPhone: null, username: "shop", notices: undefined });
    expect(shown).toContain("@shop");
    expect(shown).not.toContain("Messaging limit");
    expect(shown).toContain("No notices yet.");
  });
});
