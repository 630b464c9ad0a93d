import { z } from "zod";
import { type Endpoint, endpoints } from "@/lib/domain/api/endpoints";
import { Problem } from "@/lib/domain/api/shared";
import { webhookPayloads } from "@/lib/domain/api/webhook-payload";
import { scopesFor } from "@/lib/domain/permissions";

type Json = Record<string, unknown>;

const problemTitles: Record<number, string> = {
  400: "The body is not JSON, or the cursor is not one of ours",
  401: "The API key is missing or wrong",
  403: "The API key lacks the scope; requiredScopes names those that would do",
  404: "There is no such thing",
  409: "It cannot be done in this state; the code says why",
  410: "Meta deleted the file before it was fetched",
  422: "The request has the wrong shape, or breaks a rule",
  429: "Too many requests; Retry-After says when to come back",
  502: "Meta refused or did not answer",
};

/** The OpenAPI 3.1 document, made from the same zod schemas that the routes parse with. */
export function buildOpenApi(version: string): Json {
  const components: Record<string, Json> = {};
  const paths: Record<string, Json> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const path = `/api/v1${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method]: operation(operationId, endpoint, components) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Parley HTTP API",
      version,
      description:
        "A shared inbox for WhatsApp and Instagram. JSON, camelCase, times as ISO 8601, lists as { data, nextCursor }.",
    },
    servers: [{ url: "/" }],
    security: [{ apiKey: [] }],
    paths,
    webhooks: webhookOperations(components),
    components: { schemas: components, securitySchemes: { apiKey: { type: "http", scheme: "bearer" } } },
  };
}

/** What outgoing webhooks send, by event. */
function webhookOperations(components: Record<string, Json>): Json {
  const entries = Object.entries(webhookPayloads).map(([type, { schema, summary }]) => {
    const content = { "application/json": { schema: schemaOf(schema, components, "output") } };
    const post = {
      operationId: type.replaceAll(/[._](\w)/g, (_all, letter: string) => letter.toUpperCase()),
      summary,
      security: [],
      parameters: webhookHeaders,
      requestBody: { required: true, content },
      responses: webhookAnswers,
    };
    return [type, { post }];
  });
  return Object.fromEntries(entries);
}

const webhookHeaders = Object.entries({
  "webhook-id": "The event's id; the same for every try",
  "webhook-timestamp": "When this try was signed, in seconds since 1970",
  "webhook-signature":
    "One or two of `v1,<base64>`, HMAC-SHA256 over `id.timestamp.body`, by Standard Webhooks",
}).map(([name, description]) => ({
  name,
  in: "header",
  required: true,
  description,
  schema: { type: "string" },
}));

const webhookAnswers = {
  "2XX": { description: "Taken; the body is not looked at" },
  410: { description: "Stop: the webhook is switched off" },
  default: { description: "Tried again, after ever longer waits; redirects are not followed" },
};

function operation(operationId: string, endpoint: Endpoint, components: Record<string, Json>): Json {
  const body = schemaOf(endpoint.body, components, "input");
  const hasBody = Object.keys((body.properties as Json | undefined) ?? {}).length > 0 || "anyOf" in body;
  const scopes = scopesFor(endpoint.permission);
  const problemRef = schemaOf(Problem, components, "output");
  const statuses = [400, 401, 403, 422, 429, ...endpoint.problems];
  return {
    operationId,
    summary: endpoint.summary,
    description: `Scope: ${scopes.map((scope) => `\`${scope}\``).join(" or ")}.`,
    security: scopes.map((scope) => ({ apiKey: [scope] })),
    parameters: [
      ...parameters("path", schemaOf(endpoint.params, components, "input")),
      ...parameters("query", schemaOf(endpoint.query, components, "input")),
      ...(endpoint.isIdempotent ? [idempotencyHeader] : []),
    ],
    ...(endpoint.takesFile ? { requestBody: { required: true, content: fileContent } } : {}),
    ...(hasBody
      ? { requestBody: { required: true, content: { "application/json": { schema: body } } } }
      : {}),
    responses: {
      [endpoint.status]: {
        description: endpoint.summary,
        content: endpoint.isFile
          ? fileContent
          : { "application/json": { schema: schemaOf(endpoint.response, components, "output") } },
      },
      ...(endpoint.isFile ? fileAnswers : {}),
      ...Object.fromEntries(
        statuses.map((status) => [
          status,
          {
            description: problemTitles[status] ?? "Problem",
            content: { "application/problem+json": { schema: problemRef } },
          },
        ]),
      ),
    },
  };
}

const fileContent = { "*/*": { schema: { type: "string", format: "binary" } } };

const fileAnswers = {
  206: { description: "The part that Range asked for", content: fileContent },
  304: { description: "Unchanged since the ETag in If-None-Match" },
  416: { description: "The range is outside the file" },
};

const idempotencyHeader = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A key of yours, at most 255 characters. The same key within 24 hours answers with the same message and sends nothing again.",
  schema: { type: "string", maxLength: 255 },
};

function parameters(place: "path" | "query", schema: Json): Json[] {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  return Object.entries((schema.properties as Record<string, Json> | undefined) ?? {}).map(
    ([name, property]) => ({
      name,
      in: place,
      required: place === "path" || (required.has(name) && !("default" in property)),
      schema: property,
    }),
  );
}

/** JSON Schema 2020-12 of a zod schema, its named parts moved to `components.schemas`. */
function schemaOf(schema: z.ZodType, components: Record<string, Json>, io: "input" | "output"): Json {
  const {
    $schema: _dialect,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    reused: "inline",
    unrepresentable: "any",
  }) as Json;
  for (const [name, definition] of Object.entries(($defs as Record<string, Json> | undefined) ?? {})) {
    const { id: _id, ...plain } = definition;
    components[name] = repoint(plain) as Json;
  }
  if (typeof rest.id === "string") {
    const { id, ...plain } = rest;
    components[id as string] = repoint(plain) as Json;
    return { $ref: `#/components/schemas/${id}` };
  }
  return repoint(rest) as Json;
}

function repoint(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(repoint);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string"
        ? [key, inner.replace("#/$defs/", "#/components/schemas/")]
        : [key, repoint(inner)],
    ),
  );
}
