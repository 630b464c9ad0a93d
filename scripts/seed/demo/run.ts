import type { Member } from "@/lib/domain/member";
import { english } from "./people/english";
import { everyKindOnInstagram } from "./people/every-kind-instagram";
import { everyKindOnWhatsApp } from "./people/every-kind-whatsapp";
import { romance } from "./people/romance";
import { world } from "./people/world";
import { perform, type Stage } from "./perform";
import { flush } from "./phone";

const AT_A_TIME = 8;

/**
 * A believable morning: forty customers write in many languages, and two agents have answered some of them. Two more
 * conversations, "Every kind", hold one of each kind of message that their channel knows, both ways.
 */
export async function seedDemo(options: {
  simulatorUrl: string;
  people: Member[];
  now: number;
}): Promise<void> {
  const { simulatorUrl, people, now } = options;
  const [ines, tomas] = people.filter((member) => member.role === "agent");
  if (!ines || !tomas) throw new Error("The demo needs two agents");
  const stage: Stage = { simulatorUrl, agents: { ines, tomas }, now };
  const waiting = [everyKindOnWhatsApp, everyKindOnInstagram, ...english, ...romance, ...world];
  const worker = async () => {
    for (let play = waiting.shift(); play; play = waiting.shift()) await perform(play, stage);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  await flush(simulatorUrl);
}
