import { newMember } from "./session";
import { stackState } from "./state";

/**
 * The demo's two conversations that hold one of each kind, both ways. They are played once for a stack; on one that
 * was seeded with the demo they are there already.
 */
export async function haveEveryKind(): Promise<void> {
  const { simulatorUrl } = stackState();
  const member = await newMember("agent");
  const { perform } = await import("../../../scripts/seed/demo/perform");
  const { flush } = await import("../../../scripts/seed/demo/phone");
  const { everyKindOnWhatsApp } = await import("../../../scripts/seed/demo/people/every-kind-whatsapp");
  const { everyKindOnInstagram } = await import("../../../scripts/seed/demo/people/every-kind-instagram");
  const known = (await (await fetch(`${simulatorUrl}/sim/customers`)).json()) as {
    items: { name: string }[];
  };
  const stage = { simulatorUrl, agents: { ines: member, tomas: member }, now: Date.now() };
  for (const play of [everyKindOnWhatsApp, everyKindOnInstagram]) {
    if (!known.items.some(({ name }) => name === play.name)) await perform(play, stage);
  }
  await flush(simulatorUrl);
}
