import { expect, test } from "vitest";
import type { Interactive } from "@/lib/domain/interactive";
import { deleteInteractive } from "@/lib/inbox/saved-interactives/delete";
import { listInteractives } from "@/lib/inbox/saved-interactives/list";
import { saveInteractive } from "@/lib/inbox/saved-interactives/save";
import { useWorld } from "../support/world";
import { agent, viewer } from "./stand-in";

useWorld("saved-interactives");

const interactive: Interactive = {
  type: "buttons",
  header: null,
  body: "Which size?",
  footer: null,
  buttons: [{ id: "1", title: "Small" }],
};
const save = (name: string, changes = {}) =>
  saveInteractive({ actor: agent, channel: "whatsapp", name, interactive, ...changes });

test("a saved message is there for the whole team, by name, until it is deleted", async () => {
  await save("Sizes");
  const second = await save("Again");
  expect((await listInteractives(agent, "whatsapp")).map(({ name }) => name)).toEqual(["Again", "Sizes"]);
  expect(await listInteractives(agent, "instagram")).toEqual([]);
  if (!second.ok) throw new Error("not saved");
  await deleteInteractive({ actor: agent, id: second.data.id });
  expect((await listInteractives(agent, "whatsapp")).map(({ name }) => name)).toEqual(["Sizes"]);
});

test("what Meta would refuse, and a viewer's, is not saved", async () => {
  expect(await save("Empty", { interactive: { ...interactive, buttons: [] } })).toMatchObject({
    error: { code: "content_invalid" },
  });
  expect(await save("Other channel", { channel: "instagram" })).toMatchObject({
    error: { code: "content_not_allowed" },
  });
  expect(await save("Mine", { actor: viewer })).toMatchObject({ error: { code: "forbidden" } });
  expect(await deleteInteractive({ actor: viewer, id: "01ARZ3NDEKTSV4RRFFQ69G5FAV" })).toMatchObject({
    error: { code: "forbidden" },
  });
});
