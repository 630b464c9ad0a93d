import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Endpoint, endpoints } from "@/lib/domain/api/endpoints";
import { ApiScope } from "@/lib/domain/member";
import { can, scopesFor } from "@/lib/domain/permissions";
import { webhookEventTypes } from "@/lib/domain/webhook-subscription";
import { buildOpenApi } from "@/lib/server/api/openapi";

const document = buildOpenApi("1.2.3") as {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        security: { apiKey: string[] }[];
        parameters: { name: string; in: string; required: boolean }[];
      }
    >
  >;
  webhooks: Record<
    string,
    { post: { requestBody: { content: { "application/json": { schema: { $ref: string } } } } } }
  >;
  components: { schemas: Record<string, unknown> };
};
type WebhookSchema = { properties: { type: { const: string } } };

describe("the OpenAPI document", () => {
  it("describes every route that exists, and no other", () => {
    const routes = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("route.ts") && !file.startsWith("openapi.json"))
      .map(
        (file) =>
          `/api/v1/${file
            .replace(/\/route\.ts$/, "")
            .replaceAll("[", "{")
            .replaceAll("]", "}")}`,
      );
    expect(Object.keys(document.paths).sort()).toEqual(routes.sort());
  });

  it("names each operation once", () => {
    const names = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(names.sort()).toEqual(Object.keys(endpoints).sort());
  });

  it("names the scopes of each operation, those that open it and no other", () => {
    for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
      const operation = document.paths[`/api/v1${endpoint.path}`]?.[endpoint.method];
      const stated = operation?.security.map(({ apiKey }) => apiKey[0]) ?? [];
      const opening = ApiScope.options.filter((scope) =>
        can({ kind: "api", id: "k", name: "k", scopes: [scope] }, endpoint.permission),
      );
      expect(stated, name).toEqual(opening);
      expect(opening.length, name).toBeGreaterThan(0);
    }
  });

  it("agrees with the table of scopes in docs/api.md", () => {
    const rows = [
      ...readFileSync("docs/api.md", "utf8").matchAll(/^\| `(GET|POST) (\/[^`]*)` \| (.+) \|$/gm),
    ];
    const told = rows.map(([, method, path, scopes]) => `${method} ${path} ${scopes}`);
    const real = Object.values<Endpoint>(endpoints).map(({ method, path, permission }) => {
      const scopes = scopesFor(permission).map((scope) => `\`${scope}\``);
      return `${method.toUpperCase()} ${path} ${scopes.join(" or ")}`;
    });
    expect(told.sort()).toEqual(real.sort());
  });

  it("describes what each outgoing webhook sends", () => {
    const types = [...webhookEventTypes, "webhook.test"];
    expect(Object.keys(document.webhooks).sort()).toEqual(types.sort());
    for (const [type, { post }] of Object.entries(document.webhooks)) {
      const reference = post.requestBody.content["application/json"].schema.$ref;
      const schema = document.components.schemas[reference.split("/").at(-1) ?? ""] as WebhookSchema;
      expect(schema.properties.type.const, type).toBe(type);
    }
    const docs = readFileSync("docs/api.md", "utf8");
    for (const type of types) expect(docs).toContain(`\`${type}\``);
  });

  it("resolves every reference it makes", () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(references.length).toBeGreaterThan(10);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name);
    expect(text).not.toContain("#/$defs/");
  });

  it("lists path, query and header parameters with what is required", () => {
    const send = document.paths["/api/v1/conversations/{id}/messages"]?.post?.parameters;
    expect(send).toContainEqual(expect.objectContaining({ name: "id", in: "path", required: true }));
    expect(send).toContainEqual(
      expect.objectContaining({ name: "Idempotency-Key", in: "header", required: false }),
    );
    const list = document.paths["/api/v1/contacts"]?.get?.parameters;
    expect(list).toContainEqual(expect.objectContaining({ name: "limit", in: "query", required: false }));
  });
});
