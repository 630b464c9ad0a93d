import { globSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { useWorld } from "../support/world";
import { admins, answerers, become, everyone, type Person, rowsOf, team } from "./who";

vi.mock("next/headers", () => import("../auth/support/browser"));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined, revalidateTag: () => undefined }));
useWorld("doors-actions");

type Doors = Record<string, readonly Person[]>;

/** Who may call each server action. A new action has to be entered here, by somebody who has thought about it. */
const whoMay: Record<string, Doors> = {
  "lib/actions/api-keys.ts": { createApiKeyAction: admins, revokeApiKeyAction: admins },
  "lib/actions/channels.ts": {
    checkChannelAction: admins,
    testTypedChannelAction: admins,
    connectChannelAction: admins,
    testChannelAction: admins,
    subscribeChannelAction: admins,
    replaceTokenAction: admins,
    addAppSecretAction: admins,
    removeAppSecretAction: admins,
    renameChannelAction: admins,
    disconnectChannelAction: admins,
    returnToEnvironmentAction: admins,
  },
  "lib/actions/general.ts": { saveGeneralSettingsAction: admins, setPreferencesAction: team },
  "lib/actions/media.ts": { retryMediaAction: answerers },
  "lib/actions/members.ts": {
    inviteMemberAction: admins,
    inviteAgainAction: admins,
    revokeInvitationAction: admins,
    changeRoleAction: admins,
    setMemberChannelsAction: admins,
    countOpenConversationsAction: admins,
    deactivateMemberAction: admins,
    reactivateMemberAction: admins,
    makePasswordLinkAction: admins,
    listMemberSessionsAction: admins,
    signOutMemberAction: admins,
  },
  "lib/actions/messages.ts": {
    sendMessageAction: answerers,
    sendContentAction: answerers,
    retryMessageAction: answerers,
    checkAgainAction: answerers,
    markReadAction: answerers,
    typingAction: answerers,
    assignAction: answerers,
    parkTextAction: answerers,
  },
  "lib/actions/privacy.ts": {
    findPeopleAction: admins,
    setOptOutAction: admins,
    eraseContactAction: admins,
    previewRetentionAction: admins,
    saveRetentionAction: admins,
  },
  "lib/actions/reactions.ts": { reactAction: answerers },
  "lib/actions/saved-interactives.ts": {
    listInteractivesAction: answerers,
    saveInteractiveAction: answerers,
    deleteInteractiveAction: answerers,
  },
  "lib/actions/session.ts": {
    signInAction: everyone,
    signOutAction: everyone,
    resetPasswordAction: everyone,
    changePasswordAction: team,
    revokeSessionAction: team,
    signOutEverywhereAction: team,
  },
  "lib/actions/templates.ts": { refreshTemplatesAction: answerers, startConversationAction: answerers },
  "lib/actions/webhook-events.ts": {
    replayEventAction: admins,
    rehearseEventAction: admins,
    revealEventAction: admins,
    startReplayAction: admins,
    stopReplayAction: admins,
  },
  "lib/actions/webhooks.ts": {
    addWebhookAction: admins,
    updateWebhookAction: admins,
    setWebhookActiveAction: admins,
    rollWebhookSecretAction: admins,
    deleteWebhookAction: admins,
    testWebhookAction: admins,
    resendWebhookAction: admins,
  },
  "lib/actions/welcome.ts": { makeFirstAdminAction: everyone },
};

/** What no action takes: no field of any, wrong types all over. */
const malformed = { nonsense: [{ __proto__: null }], id: 7, uid: {}, channelId: false };
type Answer = { serverError?: { code: string }; validationErrors?: unknown; data?: unknown } | undefined;
type Action = (input: unknown) => Promise<Answer>;

const actionsIn = async (path: string): Promise<Record<string, Action>> =>
  (await import(/* @vite-ignore */ `@/${path}`)) as Record<string, Action>;

const doors = Object.entries(whoMay).flatMap(([path, named]) =>
  Object.entries(named).map(([name, allowed]) => ({ path, name, allowed })),
);

describe("every server action", () => {
  it("is entered here, and everything entered is there", async () => {
    const there: Record<string, string[]> = {};
    for (const path of globSync("lib/actions/**/*.ts").toSorted()) {
      there[path] = Object.keys(await actionsIn(path)).toSorted();
    }
    const entered = Object.entries(whoMay).map(([path, named]) => [path, Object.keys(named).toSorted()]);
    expect(Object.fromEntries(entered)).toEqual(there);
  });

  it.each(rowsOf(doors))("$door.name answers $person as it should", async ({ door, person }) => {
    await become(person);
    const action = (await actionsIn(door.path))[door.name];
    const answer = await action?.(malformed);
    if (!door.allowed.includes(person)) {
      const code = person === "nobody" ? "not_signed_in" : "forbidden";
      expect(answer).toMatchObject({ serverError: { code } });
      return;
    }
    // Past the guard, and stopped by the shape before anything was done.
    expect(answer?.serverError).toBeUndefined();
    expect(answer?.validationErrors).toBeDefined();
    expect(answer?.data).toBeUndefined();
  });
});
