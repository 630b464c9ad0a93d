import { describe, expect, it } from "vitest";
import { checkHabits } from "../../scripts/verify/habits";

const problemsOf = (path: string, text = "") => checkHabits([{ path, text }]).map(({ message }) => message);

describe("the habits check", () => {
  it("refuses a file of 301 lines and allows one of 300", () => {
    expect(problemsOf("lib/inbox/x.ts", "a\n".repeat(301))).toHaveLength(1);
    expect(problemsOf("lib/inbox/x.ts", "a\n".repeat(300))).toEqual([]);
  });

  it.each([
    "lib/inbox/sendMessage.ts",
    "components/Inbox/list.tsx",
    "lib/store/web_hooks.ts",
    "app/Inbox/page.tsx",
  ])("refuses the name %s", (path) => expect(problemsOf(path)).toHaveLength(1));

  it.each([
    "lib/inbox/send-message.ts",
    "app/(auth)/sign-in/page.tsx",
    "app/inbox/[conversationId]/page.tsx",
    "app/api/auth/[...rest]/route.ts",
    "app/@modal/page.tsx",
    "tests/unit/x.test.ts",
  ])("allows the name %s", (path) => expect(problemsOf(path)).toEqual([]));

  it.each(["lib/inbox/x.ts", "app/page.tsx", "components/x.tsx", "proxy.ts", "lib/domain/x.ts"])(
    "refuses process.env in %s",
    (path) => expect(problemsOf(path, "const x = process.env.PORT;")).toHaveLength(1),
  );

  it.each(["lib/env.ts", "scripts/x.ts", "simulator/main.ts", "tests/unit/x.test.ts"])(
    "allows process.env in %s",
    (path) => expect(problemsOf(path, "const x = process.env.PORT;")).toEqual([]),
  );

  it("allows instrumentation Next's own build-time constant, and nothing else", () => {
    expect(problemsOf("instrumentation.ts", 'if (process.env.NEXT_RUNTIME === "nodejs") {}')).toEqual([]);
    expect(problemsOf("instrumentation.ts", "process.env.API_KEY")).toHaveLength(1);
  });

  it.each(["Date.now()", "new Date()", "Math.random()"])("refuses %s in the domain", (code) => {
    expect(problemsOf("lib/domain/x.ts", code)).toHaveLength(1);
    expect(problemsOf("lib/inbox/x.ts", code)).toEqual([]);
  });

  it('refuses "use server" outside lib/actions and asks for it inside', () => {
    expect(problemsOf("app/x.ts", '"use server";\n')).toHaveLength(1);
    expect(problemsOf("lib/actions/x.ts", '"use server";\n')).toEqual([]);
    expect(problemsOf("lib/actions/x.ts", "export const x = 1;\n")).toHaveLength(1);
  });
});
