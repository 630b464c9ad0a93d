import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { endpoints } from "@/lib/domain/api/endpoints";
import { buildOpenApi } from "@/lib/server/api/openapi";

const document = buildOpenApi("1.2.3") as {
  openapi: string;
  paths: Record<
    string,
    Record<string, { operationId: string; parameters: { name: string; in: string; required: boolean }[] }>
  >;
  components: { schemas: Record<string, unknown> };
};

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
