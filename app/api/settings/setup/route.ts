import { z } from "zod";
import { streamCheck } from "@/lib/server/doctor/stream-check";
import { defineRoute } from "@/lib/server/route/define-route";

export const POST = defineRoute({
  permission: "setup.read",
  isWrite: true,
  query: z.strictObject({ only: z.string().min(1).max(300).optional() }),
  run: ({ actor, query }) => streamCheck(actor, query.only ?? null),
});
