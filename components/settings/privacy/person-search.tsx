"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { ChannelBadge } from "@/components/inbox/channel-badge";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { findPeopleAction } from "@/lib/actions/privacy";
import type { FoundPeople, FoundPerson } from "@/lib/inbox/privacy/find-people";
import { paths } from "@/lib/paths";
import { ErasureList } from "./erasure-list";

/** Finds somebody by number, name or id; what is typed goes into no address. */
export function PersonSearch() {
  const t = useTranslations("settings.privacy.search");
  const [found, setFound] = useState<FoundPeople | null>(null);
  const { failure, isBusy, onSubmit } = useSubmit(async (form) => {
    const result = await findPeopleAction({ text: String(form.get("text")) });
    setFound(result?.data ?? null);
    return failureOf(result);
  });
  return (
    <div className="flex flex-col gap-4">
      <form method="post" onSubmit={onSubmit} className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-72">
          <TextField
            name="text"
            label={t("label")}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            required
          />
        </div>
        <Button type="submit" variant="primary" isBusy={isBusy} className="h-9">
          {t("submit")}
        </Button>
      </form>
      <p className="text-sm text-text-muted">{t("hint")}</p>
      <FailureLine failure={failure} />
      <div role="status" className="flex flex-col gap-3">
        {found ? <Results found={found} /> : null}
      </div>
    </div>
  );
}

function Results({ found: { people, erased, isMore } }: { found: FoundPeople }) {
  const t = useTranslations("settings.privacy.search");
  return (
    <>
      <p>{people.length === 0 ? t("none") : t("count", { count: people.length })}</p>
      <ul className="divide-y divide-border border-y border-border empty:hidden">
        {people.map((person) => (
          <Row key={person.id} person={person} />
        ))}
      </ul>
      {isMore ? <p className="text-sm text-text-muted">{t("more")}</p> : null}
      <ErasureList erasures={erased} />
    </>
  );
}

function Row({ person }: { person: FoundPerson }) {
  const t = useTranslations("settings.privacy");
  const { id, name, phone, username, channel, isBeingErased } = person;
  const more = [username && `@${username}`, phone && `+${phone}`].filter((part) => part && part !== name);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <ChannelBadge channel={channel} />
      <Link href={paths.settings.person(id)} className="text-accent underline underline-offset-2">
        <bdi>{name ?? t("nameless")}</bdi>
      </Link>
      <span className="text-text-muted">
        <bdi>{more.join(" · ")}</bdi>
      </span>
      {isBeingErased ? <Badge tone="soon">{t("beingErasedShort")}</Badge> : null}
    </li>
  );
}
