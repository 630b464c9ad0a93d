import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** What may be reached without a session, each with what guards it instead. */
const openRoutes: Record<string, string> = {
  "app/api/webhooks/whatsapp/route.ts": "signature",
  "app/api/webhooks/instagram/route.ts": "signature",
  "app/api/jobs/[name]/route.ts": "jobs secret",
  "app/m/[token]/route.ts": "signed token, one hour",
  "app/api/health/route.ts": "says nothing but health",
  "app/api/v1/openapi.json/route.ts": "a public description",
};
const openPages: Record<string, string> = {
  "app/page.tsx": "redirects only",
  "app/(auth)/sign-in/page.tsx": "sign-in",
  "app/(auth)/reset-password/page.tsx": "one-time token",
  "app/(auth)/welcome/page.tsx": "one-time code, and only while there is no member",
};
const openActions: Record<string, string> = {
  signInAction: "throttled by account and address",
  signOutAction: "ends the caller's own session",
  resetPasswordAction: "one-time token",
  makeFirstAdminAction: "one-time code, throttled by address, and only while there is no member",
};

const filesOf = (pattern: string) => globSync(pattern).toSorted();
const read = (path: string) => readFileSync(path, "utf8");

describe("every door has its guard", () => {
  const actions = filesOf("lib/actions/**/*.ts").flatMap((path) => exportsOf(read(path)));

  it.each(actions)("the action $name goes through the wrapper", ({ name, value }) => {
    expect(value).toMatch(name in openActions ? /^definePublicAction\(/ : /^defineAction\(/);
  });

  it("no action is exported in another way", () => {
    for (const path of filesOf("lib/actions/**/*.ts")) {
      expect(read(path), path).not.toMatch(/^export (?!const \w+Action = define(Public)?Action\()/m);
    }
  });

  const routes = filesOf("app/**/route.ts").filter((path) => !(path in openRoutes));
  it.each(routes)("the route %s goes through the wrapper", (path) => {
    const methods = exportsOf(read(path)).filter(({ name }) => /^[A-Z]+$/.test(name));
    const wrapper = path.startsWith("app/api/v1/") ? /^defineApiRoute\(/ : /^defineRoute\(/;
    expect(methods.length).toBeGreaterThan(0);
    for (const { value } of methods) expect(value).toMatch(wrapper);
    // The cookie goes along with whatever another site makes the browser ask.
    const writes = methods.filter(({ name, value }) => name !== "GET" && value.startsWith("defineRoute("));
    expect(read(path).match(/^ {2}isWrite: true,$/gm)?.length ?? 0).toBe(writes.length);
    expect(read(path)).not.toMatch(/^export (async )?function|^export \{|^export default/m);
  });

  const pages = filesOf("app/**/page.tsx").filter((path) => !(path in openPages));
  it.each(pages)("the page %s asks who is there before anything else", (path) => {
    const [, body] = read(path).split(/export default async function \w+\([^)]*\)[^{]*\{\n/);
    expect(body?.trimStart()).toMatch(
      /^(const [^;]+ = )?await (requirePage\(|Promise\.all\(\[\s*requirePage\()/,
    );
  });

  it("what is open on purpose still exists", () => {
    const there = [
      ...filesOf("app/**/route.ts"),
      ...filesOf("app/**/page.tsx"),
      ...actions.map(({ name }) => name),
    ];
    const listed = [...Object.keys(openRoutes), ...Object.keys(openPages), ...Object.keys(openActions)];
    expect(listed.filter((name) => !there.includes(name))).toEqual([]);
  });

  it("only one file talks to Firebase Authentication on the server", () => {
    const users = filesOf("{app,components,lib,scripts}/**/*.{ts,tsx}").filter((path) =>
      /from "firebase-admin\/auth"/.test(read(path)),
    );
    expect(users).toEqual(["lib/server/identity/firebase.ts"]);
  });

  it("the firebase client loads by dynamic import in one file of the sign-in page", () => {
    const users = filesOf("{app,components,lib}/**/*.{ts,tsx}").filter((path) =>
      /^import (?!type).*from "firebase\//m.test(read(path)),
    );
    expect(users).toEqual([]);
  });
});

function exportsOf(text: string): { name: string; value: string }[] {
  return [...text.matchAll(/^export const (\w+)\s*=\s*([^\n]*)/gm)].map((match) => ({
    name: match[1] ?? "",
    value: match[2] ?? "",
  }));
}
