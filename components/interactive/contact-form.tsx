"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import type { SendContent } from "@/lib/domain/send-content";
import { CountedField } from "./counted-field";
import { orNull } from "./form-props";

type Props = { send: (content: SendContent) => Promise<string | null>; isBusy: boolean };

/** One contact card: a name, and how to reach them. */
export function ContactForm({ send, isBusy }: Props) {
  const t = useTranslations("sendMore");
  const [name, setName] = useState("");
  const [company, setCompany] = useState("");
  const [phone, setPhone] = useState("");
  const [email, setEmail] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() === "" || (phone.trim() === "" && email.trim() === "")) return;
    const card = {
      name: name.trim(),
      company: orNull(company.trim()),
      phones: phone.trim() ? [{ phone: phone.trim(), type: "CELL" }] : [],
      emails: email.trim() ? [email.trim()] : [],
    };
    setProblem(await send({ kind: "contacts", cards: [card] }));
  }

  const missing = (text: string, field: string) => (text.trim() === "" ? { field } : null);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-2">
      <CountedField
        label={t("field.contactName")}
        value={name}
        onChange={setName}
        wrong={missing(name, "name")}
        isTried={isTried}
      />
      <CountedField label={t("field.company")} value={company} onChange={setCompany} />
      <CountedField
        label={t("field.phone")}
        value={phone}
        onChange={setPhone}
        inputMode="tel"
        wrong={email.trim() === "" ? missing(phone, "phone") : null}
        isTried={isTried}
      />
      <CountedField label={t("field.email")} value={email} onChange={setEmail} inputMode="email" />
      <p role="alert" className="text-sm text-danger empty:hidden">
        {problem}
      </p>
      <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
        {t("send")}
      </Button>
    </form>
  );
}
