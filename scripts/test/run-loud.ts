import { startChild } from "../stack/child";
import { projectRoot } from "../stack/root";

/** Runs a command in the project's folder with its output shown as it comes, and says how it ended. */
export function runLoud(command: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  return startChild({ name: command, command, args, cwd: projectRoot, env, logPath: null }).exited;
}
