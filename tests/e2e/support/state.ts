import { readFileSync } from "node:fs";
import type { StackState } from "../../../scripts/stack/state";

/** The running stack that the tests use; `npm test` starts one and names its state file. */
export function stackState(): StackState {
  const path = process.env.PARLEY_STATE;
  if (!path) throw new Error("PARLEY_STATE must name the state.json of a running stack (npm run local).");
  return JSON.parse(readFileSync(path, "utf8"));
}
