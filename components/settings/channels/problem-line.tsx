"use client";
import { useTranslations } from "next-intl";
import { FailureLine } from "@/components/auth/failure-line";
import { connectProblems } from "@/lib/domain/channel-form";
import type { Failure } from "@/lib/domain/result";

/** What Meta's answer means and what to do about it, announced; any other failure in its own words. */
export function ProblemLine({ failure }: { failure: Failure | null }) {
  const t = useTranslations("settings.channels.problems");
  const details = failure?.details ?? {};
  const problem = connectProblems.find((name) => name === details.problem);
  if (!problem) return <FailureLine failure={failure} />;
  const { scopes = "", said = "", code = "" } = details;
  return (
    <p role="alert" className="text-sm text-danger">
      {t(problem, { scopes: String(scopes), said: String(said), code: String(code) })}
    </p>
  );
}
