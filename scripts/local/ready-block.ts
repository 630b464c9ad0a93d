import type { StackState } from "../stack/state";

/** The one block that says where to click. */
export function readyBlock(state: StackState, how: { dir: string; seconds: number }): string {
  const [first, ...others] = state.accounts.map(
    ({ email, password, role }) => `${email.padEnd(22)} ${password}   ${role}`,
  );
  const lines: [string, string][] = [
    ["Inbox", state.appUrl],
    ["Customer's phone", state.simulatorUrl],
    ["Accounts", first ?? "none"],
    ...others.map((line): [string, string] => ["", line]),
    ["API key", state.apiKey],
    ["Store", `${state.firestoreHost}, project ${state.projectId}`],
    ["Everything else", `${how.dir}/state.json`],
  ];
  const body = lines.map(([label, value]) => `  ${label.padEnd(18)}${value}`).join("\n");
  return `\nParley is ready (${how.seconds.toFixed(1)} s).\n\n${body}\n\n  Your data are kept in ${how.dir}. Start from empty with --reset.\n  Stop with Ctrl-C.\n`;
}
