import { describe, expect, it } from "vitest";
import { checkImports, importsOf } from "../../scripts/verify/imports";
import { sourceFiles } from "../../scripts/verify/source-files";

const problemsOf = (path: string, text: string) =>
  checkImports([{ path, text }]).map(({ message }) => message);

const refused: [title: string, path: string, text: string][] = [
  ["a route into a component", "components/inbox/list.tsx", 'import { GET } from "@/app/api/health/route";'],
  ["a component into lib/client", "lib/client/use-x.ts", 'import { Row } from "@/components/inbox/row";'],
  ["lib/client into an action", "lib/actions/messages.ts", 'import { useX } from "@/lib/client/use-x";'],
  ["an action into lib/server", "lib/server/x.ts", 'import { sendAction } from "@/lib/actions/messages";'],
  ["lib/server into a verb", "lib/inbox/ingest/receive.ts", 'import { x } from "@/lib/server/background";'],
  ["a verb into the store", "lib/store/feed.ts", 'import { x } from "../inbox/ingest/receive";'],
  ["a verb into a channel", "lib/channels/client.ts", 'import { x } from "@/lib/inbox/ingest/receive";'],
  ["the store into a channel", "lib/channels/client.ts", 'import type { X } from "@/lib/store/feed";'],
  ["a channel into the store", "lib/store/feed.ts", 'import type { X } from "@/lib/channels/client";'],
  ["the store into the domain", "lib/domain/message.ts", 'import { db } from "../store/firestore";'],
  ["the log into the domain", "lib/domain/message.ts", 'import { log } from "@/lib/log";'],
  ["Next into the domain", "lib/domain/message.ts", 'import { after } from "next/server";'],
  ["React into the domain", "lib/domain/message.ts", 'import type { ReactNode } from "react";'],
  ["files into the domain", "lib/domain/message.ts", 'import { readFile } from "node:fs/promises";'],
  ["Firestore into a verb", "lib/inbox/x.ts", 'import { FieldValue } from "firebase-admin/firestore";'],
  [
    "a Firestore type into a verb",
    "lib/inbox/x.ts",
    'import type { Query } from "firebase-admin/firestore";',
  ],
  ["Google's Firestore into a page", "app/page.tsx", 'import { Firestore } from "@google-cloud/firestore";'],
  ["Firestore dynamically", "lib/server/x.ts", 'const x = await import("firebase-admin/firestore");'],
  ["the store into a component", "components/x.tsx", 'import { feed } from "@/lib/store/feed";'],
  ["the environment into a component", "components/x.tsx", 'import { env } from "@/lib/env";'],
  ["the stand-in into a page", "app/page.tsx", 'import { startSimulator } from "@/simulator/start";'],
  ["a script into a verb", "lib/inbox/x.ts", 'import { seed } from "../../scripts/seed/main";'],
  ["the domain into the stand-in", "simulator/x.ts", 'import type { Message } from "@/lib/domain/message";'],
  ["wire values into the stand-in", "simulator/x.ts", 'import { X } from "@/lib/channels/whatsapp/wire";'],
  ["the inbox into the engine", "embedded-firestore/x.ts", 'import { env } from "@/lib/env";'],
];

const allowed: [title: string, path: string, text: string][] = [
  ["a component in a page", "app/inbox/page.tsx", 'import { List } from "@/components/inbox/list";'],
  ["a verb in a route", "app/api/x/route.ts", 'import { x } from "@/lib/inbox/x";'],
  ["a neighbour in the same room", "lib/store/feed.ts", 'import { db } from "./firestore";'],
  ["zod in the domain", "lib/domain/message.ts", 'import { z } from "zod";'],
  ["Firestore in the store", "lib/store/x.ts", 'import { FieldValue } from "firebase-admin/firestore";'],
  ["the log in a verb", "lib/inbox/x.ts", 'import { log } from "@/lib/log";'],
  ["wire types in the stand-in", "simulator/x.ts", 'import type { X } from "../lib/channels/whatsapp/wire";'],
  ["a stored type in a component", "components/x.tsx", 'import type { X } from "@/lib/store/feed";'],
  ["node's modules in the engine", "embedded-firestore/x.ts", 'import { x } from "node:sqlite";'],
];

describe("the import check", () => {
  it.each(refused)("refuses %s", (_title, path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1);
  });

  it.each(allowed)("allows %s", (_title, path, text) => {
    expect(problemsOf(path, text)).toEqual([]);
  });

  it("sees imports over several lines, re-exports and bare imports", () => {
    const text =
      'import {\n  a,\n  type B,\n} from "one";\nexport * from "two";\nimport "three";\nimport("four");';
    expect(importsOf(text).map(({ from }) => from)).toEqual(["one", "two", "three", "four"]);
  });

  it("reads the whole project", () => {
    const files = sourceFiles(process.cwd());
    expect(files.length).toBeGreaterThan(100);
    expect(files.some(({ path }) => path === "lib/store/firestore.ts")).toBe(true);
  });
});
