import { env } from "@/lib/env";

/** The configured addresses of the Graph API; their hosts may serve files beside Meta's own. */
export function graphUrls(): string[] {
  const { META_GRAPH_BASE_URL, INSTAGRAM_GRAPH_BASE_URL } = env();
  return INSTAGRAM_GRAPH_BASE_URL ? [META_GRAPH_BASE_URL, INSTAGRAM_GRAPH_BASE_URL] : [META_GRAPH_BASE_URL];
}
