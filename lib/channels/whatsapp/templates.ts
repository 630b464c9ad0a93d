import { z } from "zod";
import type { ChannelCredentials, ChannelTemplate, TemplatePage } from "../client-types";
import { call, mapResult } from "../graph/call";
import { type GraphResult, graphFailure } from "../graph/result";
import { id, list, listOf, object, optional, text } from "../lenient";

const Template = z.object({
  id,
  name: text,
  language: text,
  status: optional(text),
  category: optional(text),
  quality_score: optional(z.object({ score: optional(text) })),
  rejected_reason: optional(text),
  parameter_format: optional(text),
  components: listOf(object),
});

const Page = z.object({
  data: list,
  paging: optional(
    z.object({ next: optional(text), cursors: optional(z.object({ after: optional(text) })) }),
  ),
});

/**
 * One page of the account's templates, whatever their state. A stale `after` is refused with 131059: start again.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
export async function listTemplates(
  credentials: ChannelCredentials,
  { limit, after }: { limit: number; after: string | null },
): Promise<GraphResult<TemplatePage>> {
  const result = await call(credentials, {
    method: "GET",
    path: `${credentials.wabaId}/message_templates`,
    query: {
      fields: Object.keys(Template.shape).join(","),
      limit: String(limit),
      ...(after ? { after } : {}),
    },
  });
  return mapResult(result, readPage);
}

function readPage(data: unknown): GraphResult<TemplatePage> {
  const page = Page.safeParse(data).data;
  if (!page) return graphFailure("unknown", "The template list is not one", 200);
  const nextCursor = page.paging?.next ? (page.paging.cursors?.after ?? null) : null;
  return { ok: true, data: { items: page.data.flatMap(readTemplate), nextCursor } };
}

function readTemplate(data: unknown): ChannelTemplate[] {
  const read = Template.safeParse(data).data;
  if (!read) return [];
  return [
    {
      id: read.id,
      name: read.name,
      language: read.language,
      status: read.status ?? "UNKNOWN",
      category: read.category ?? null,
      quality: read.quality_score?.score ?? null,
      rejectedReason: read.rejected_reason && read.rejected_reason !== "NONE" ? read.rejected_reason : null,
      parameterFormat: read.parameter_format ?? null,
      components: read.components,
    },
  ];
}
