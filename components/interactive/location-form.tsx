"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import type { SendContent } from "@/lib/domain/send-content";
import { CountedField } from "./counted-field";
import { orNull } from "./form-props";
import { readCoordinates } from "./read-coordinates";

type Props = { send: (content: SendContent) => Promise<string | null>; isBusy: boolean };

/** A place, by coordinates or a link pasted from a map. */
export function LocationForm({ send, isBusy }: Props) {
  const t = useTranslations("sendMore");
  const [pasted, setPasted] = useState("");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const place = readCoordinates(pasted);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!place) return setProblem(t("notCoordinates"));
    setProblem(
      await send({ kind: "location", ...place, name: orNull(name.trim()), address: orNull(address.trim()) }),
    );
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-2">
      <p className="text-sm text-text-muted">{t("locationHint")}</p>
      <CountedField label={t("field.pasted")} value={pasted} onChange={setPasted} />
      {place ? (
        <p role="status" className="tabular text-sm">
          {place.latitude}, {place.longitude}
        </p>
      ) : null}
      <CountedField label={t("field.name")} value={name} onChange={setName} limit={1000} />
      <CountedField label={t("field.address")} value={address} onChange={setAddress} limit={1000} />
      <p role="alert" className="text-sm text-danger empty:hidden">
        {problem}
      </p>
      <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
        {t("send")}
      </Button>
    </form>
  );
}
