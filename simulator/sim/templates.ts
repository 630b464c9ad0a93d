import { type Handler, SimError, simBody } from "../http/context";
import { asObject, asText } from "../http/json";
import type { Route } from "../http/routes";
import { template } from "../world/templates";
import type { Template } from "../world/types";
import type { World } from "../world/world";

/** Makes a template, or changes the one of that name and language; with `isTold` a webhook says that it has new content. */
const put: Handler = async (context) => {
  const { world } = context;
  const { name: givenName, language: givenLanguage, isTold, ...changes } = await simBody(context);
  const name = asText(givenName);
  const language = asText(givenLanguage) ?? "en_US";
  if (!name) throw new SimError(400, "name is missing.");
  const known = world.state.templates.find((row) => row.name === name && row.language === language);
  const components = Array.isArray(changes.components)
    ? changes.components.map(asObject).filter((one) => one !== null)
    : [];
  const next: Template = {
    ...(known ?? template(name, language, "UTILITY", components)),
    ...(changes as Partial<Template>),
  };
  world.state.templates = [...world.state.templates.filter((row) => row !== known), next];
  if (isTold === true) tell(world, next);
  world.changed();
  return next;
};

/** Deletes a template in all its languages. */
const remove: Handler = ({ world, params }) => {
  const before = world.state.templates.length;
  world.state.templates = world.state.templates.filter(({ name }) => name !== params.name);
  world.changed();
  return { removed: before - world.state.templates.length };
};

export const templateRoutes: Route[] = [
  { method: "PUT", pattern: "/sim/templates", handler: put },
  { method: "DELETE", pattern: "/sim/templates/:name", handler: remove },
];

function tell(world: World, { id, name, language, components }: Template): void {
  world.queue.add({
    channel: "whatsapp",
    kind: "field.message_template_components_update",
    customerId: null,
    content: {
      value: {
        message_template_id: Number(id),
        message_template_name: name,
        message_template_language: language.replace("_", "-"),
        message_template_element: asText(components.find((part) => part.type === "BODY")?.text) ?? "",
      },
      field: "message_template_components_update",
    },
  });
}
