import fc from "fast-check";
import { expect, test } from "vitest";
import { templateComponents } from "@/lib/domain/template-components";
import { type TemplateField, templateFields } from "@/lib/domain/template-form";
import { templateParts } from "@/lib/domain/template-parts";
import { templateProblems } from "@/lib/domain/template-problems";
import { bodyTextOf, checkTemplate } from "@/lib/inbox/outbound/check-template";
import { template as approvedTemplate } from "@/simulator/world/templates";
import type { Template } from "@/simulator/world/types";
import { approved, listed, standInVerdict, withLinks } from "./listed";

const now = Date.UTC(2026, 10, 1);
const word = fc.stringMatching(/^[\p{L}\p{N}€🙂.,&%{}$-]{1,20}$/u);
const odd = fc.constantFrom("", " ", "a\nb", "a\tb", "a    b", "a   b", "$&", "{{1}}", "https://x", "a b");
const long = fc.integer({ min: 1, max: 1100 }).map((length) => "x".repeat(length));

function valueFor(field: TemplateField): fc.Arbitrary<string> {
  const own: Partial<Record<TemplateField["kind"], fc.Arbitrary<string>>> = {
    latitude: fc.integer({ min: -91, max: 91 }).map(String),
    longitude: fc.integer({ min: -181, max: 181 }).map(String),
    expiry: fc.integer({ min: now - 5, max: now + 1_000_000 }).map(String),
    image: word,
    video: word,
    document: word,
  };
  return fc.oneof(
    { weight: 8, arbitrary: own[field.kind] ?? word },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: long },
  );
}

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom("{{1}}", "{{2}}"),
      word.filter((one) => !/[{}]/.test(one)),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(" "))
  .map((words) =>
    words.includes("{{2}}") && !words.includes("{{1}}") ? words.replaceAll("{{2}}", "{{1}}") : words,
  );

const made: fc.Arbitrary<Template> = fc
  .record({ header: fc.option(text), body: text, isNamed: fc.boolean() })
  .map(({ header, body, isNamed }) => {
    const named = (words: string) =>
      isNamed ? words.replaceAll("{{1}}", "{{first_name}}").replaceAll("{{2}}", "{{day}}") : words;
    const components = [
      ...(header ? [{ type: "HEADER", format: "TEXT", text: named(header).slice(0, 60) }] : []),
      { type: "BODY", text: named(body) },
    ];
    return approvedTemplate("made", "en_US", "UTILITY", components, {
      parameter_format: isNamed ? "NAMED" : "POSITIONAL",
    });
  });

const filled = fc.oneof(fc.constantFrom(...approved), made).chain((template) => {
  const fields = templateFields(templateParts(listed(template)));
  const values = fc.record(Object.fromEntries(fields.map((field) => [field.id, valueFor(field)])));
  return fc.tuple(fc.constant(template), values as fc.Arbitrary<Record<string, string>>);
});

test("whatever the form lets through, the check before sending and the stand-in accept", () => {
  let passed = 0;
  fc.assert(
    fc.property(filled, ([template, values]) => {
      const channelTemplate = listed(template);
      const parts = templateParts(channelTemplate);
      if (templateProblems(parts, values, now).length > 0) return;
      passed += 1;
      const components = templateComponents(parts, values);
      const content = {
        kind: "template" as const,
        name: template.name,
        language: template.language,
        components,
      };
      expect(checkTemplate(channelTemplate, content)).toEqual({ ok: true, data: null });
      expect(bodyTextOf(channelTemplate, content)?.length).toBeLessThanOrEqual(1024);
      expect(standInVerdict(template, withLinks(components))).toBeNull();
    }),
    { numRuns: 3_000 },
  );
  expect(passed).toBeGreaterThan(300);
});

test("whatever the stand-in refuses of a form's components, the check before sending has refused", () => {
  fc.assert(
    fc.property(filled, ([template, values]) => {
      const channelTemplate = listed(template);
      const components = templateComponents(templateParts(channelTemplate), values);
      if (standInVerdict(template, withLinks(components)) === null) return;
      const content = {
        kind: "template" as const,
        name: template.name,
        language: template.language,
        components,
      };
      expect(checkTemplate(channelTemplate, content).ok).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});
