"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/inbox/moment";
import { Badge } from "@/components/ui/badge";
import type { ApiKeySummary } from "@/lib/domain/api-key";
import { apiKeyShown } from "@/lib/domain/api-key-shown";
import { RevokeApiKey } from "./revoke-api-key";
import { ScopeBadges } from "./scope-badges";

type Props = { apiKey: ApiKeySummary; channelNames: Readonly<Record<string, string>> };

/** One key: what it may do, who made it, when it was last used. */
export function ApiKeyRow({ apiKey, channelNames }: Props) {
  const t = useTranslations("settings.apiKeys");
  const { name, state, scopes, channelIds } = apiKey;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className={clsx("min-w-0 flex-1 basis-72", state !== "active" && "text-text-muted")}>
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 truncate font-medium">{name}</span>
          {state === "active" ? null : (
            <Badge tone={state === "revoked" ? "danger" : "soon"}>{t(`state.${state}`)}</Badge>
          )}
          <ScopeBadges scopes={scopes} />
        </p>
        <p dir="ltr" className="truncate text-start font-mono text-sm text-text-muted">
          {apiKeyShown(apiKey)}
        </p>
        {channelIds ? (
          <p className="text-sm text-text-muted">
            {channelIds.map((id) => channelNames[id] ?? id).join(" · ")}
          </p>
        ) : null}
        <History apiKey={apiKey} />
      </div>
      {state === "revoked" ? null : <RevokeApiKey id={apiKey.id} name={name} />}
    </li>
  );
}

function History({ apiKey }: Pick<Props, "apiKey">) {
  const t = useTranslations("settings.apiKeys");
  const { createdBy, createdAt, lastUsedAt, lastUsedFrom, expiresAt, revokedAt, revokedBy, state } = apiKey;
  const at = (time: number) => () => <Moment at={time} as="list" />;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-text-muted">
      <span>{t.rich("madeBy", { name: createdBy.name, when: at(createdAt) })}</span>
      <span>
        {lastUsedAt === null
          ? t("neverUsed")
          : t.rich("used", { address: lastUsedFrom ?? "", when: at(lastUsedAt) })}
      </span>
      {expiresAt !== null && revokedAt === null ? (
        <span>{t.rich(state === "expired" ? "endedAt" : "endsAt", { when: at(expiresAt) })}</span>
      ) : null}
      {revokedAt === null ? null : (
        <span>{t.rich("revokedBy", { name: revokedBy?.name ?? "", when: at(revokedAt) })}</span>
      )}
    </p>
  );
}
