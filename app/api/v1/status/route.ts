import { endpoints } from "@/lib/domain/api/endpoints";
import { ok } from "@/lib/domain/result";
import { readStatus } from "@/lib/inbox/read/read-status";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const GET = defineApiRoute(endpoints.getStatus, async ({ actor }) => ok(await readStatus(actor)));
