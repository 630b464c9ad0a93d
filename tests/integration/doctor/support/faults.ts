import { appFaults } from "./app-faults";
import { channelFaults } from "./channel-faults";
import type { MadeFault } from "./make-fault";
import { numberFaults } from "./number-faults";
import { serverFaults } from "./server-faults";

/** Every fault the checks know, and how it is made. */
export const faults: MadeFault[] = [...serverFaults, ...appFaults, ...channelFaults, ...numberFaults];
