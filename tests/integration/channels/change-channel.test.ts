import { describe, expect, it } from "vitest";
import { addAppSecret } from "@/lib/inbox/channels/add-app-secret";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { disconnectChannel } from "@/lib/inbox/channels/disconnect";
import { doorSecrets } from "@/lib/inbox/channels/door-secrets";
import { removeAppSecret } from "@/lib/inbox/channels/remove-app-secret";
import { renameChannel } from "@/lib/inbox/channels/rename";
import { replaceToken } from "@/lib/inbox/channels/replace-token";
import { testConnection } from "@/lib/inbox/channels/test-connection";
import { listManagedChannels } from "@/lib/inbox/read/list-managed-channels";
import { channels } from "@/lib/store/channels";
import { useWorld } from "../support/world";
import { actions, add, admin, agent, connected, numberForm, read, useConnecting } from "./support/connecting";

useWorld("change-channel", { hasChannels: false });
useConnecting("change-channel");

describe("a connected channel", () => {
  it("takes another token of the same number only, and goes on where it was paused", async () => {
    const second = await add({
      channel: "whatsapp",
      phoneNumberId: "999888777666555",
      wabaId: "400500600700800",
    });
    const id = await connected(numberForm());
    await channels()
      .doc(id)
      .update({ pause: { code: 190, subcode: null, at: 1, tokenHint: null } });
    const wrong = await replaceToken(admin, { channelId: id, secret: "EAAsomething-else" });
    expect(wrong).toMatchObject({ ok: false, error: { details: { problem: "token_refused" } } });
    const foreign = await replaceToken(admin, { channelId: id, secret: second.token ?? "" });
    expect(foreign.ok).toBe(false);
    expect((await read(id)).pause).not.toBeNull();
    expect(await replaceToken(admin, { channelId: id, secret: "simulator-whatsapp-token" })).toMatchObject({
      ok: true,
    });
    expect((await read(id)).pause).toBeNull();
    expect(await actions()).toContain("channel.token_replaced");
  });

  it("has several app secrets while one is changed, never none", async () => {
    const id = await connected(numberForm());
    const secret = "the-next-app-secret";
    expect(await addAppSecret(admin, { channelId: id, secret })).toMatchObject({ ok: true });
    expect(await addAppSecret(admin, { channelId: id, secret })).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    const managed = (await listManagedChannels(admin))[id];
    expect(managed?.appSecrets.map(({ hint }) => hint)).toEqual(["cret", "meta"]);
    expect((await doorSecrets("whatsapp")).appSecrets).toContain(secret);
    const [, old] = managed?.appSecrets ?? [];
    expect(await removeAppSecret(admin, { channelId: id, id: old?.id ?? "" })).toMatchObject({ ok: true });
    const [last] = (await listManagedChannels(admin))[id]?.appSecrets ?? [];
    expect(await removeAppSecret(admin, { channelId: id, id: last?.id ?? "" })).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
  });

  it("keeps its name and history when it is disconnected, loses its token, and can be connected again", async () => {
    const id = await connected(numberForm());
    await renameChannel(admin, { channelId: id, name: "Front desk" });
    expect(await disconnectChannel(admin, { channelId: id })).toMatchObject({ ok: true });
    const gone = await read(id);
    expect(gone).toMatchObject({
      isConnected: false,
      name: "Front desk",
      credentials: { token: null, verifyToken: null },
    });
    expect(await credentialsOf(gone)).toBeNull();
    expect(await testConnection(admin, { channelId: id })).toMatchObject({
      ok: false,
      error: { code: "channel_disconnected" },
    });
    expect(await connected(numberForm())).toBe(id);
    expect(await read(id)).toMatchObject({ isConnected: true, name: "Front desk", disconnectedAt: null });
    expect(await actions()).toEqual(
      expect.arrayContaining(["channel.renamed", "channel.disconnected", "channel.connected"]),
    );
  });

  it("shows agents nothing of how it is connected", async () => {
    await connected(numberForm());
    expect(await listManagedChannels(agent)).toEqual({});
    const shown = JSON.stringify(await listManagedChannels(admin));
    expect(shown).not.toContain("simulator-whatsapp-token");
    expect(shown).not.toContain("the-app-secret-of-meta");
  });
});
