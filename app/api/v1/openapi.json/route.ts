import { buildOpenApi } from "@/lib/server/api/openapi";
import packageJson from "@/package.json";

/** The description needs no key: it holds nothing of anybody's. */
export function GET(): Response {
  return Response.json(buildOpenApi(packageJson.version));
}
