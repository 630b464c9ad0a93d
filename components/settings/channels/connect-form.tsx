"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { failureOf } from "@/components/auth/failure-of";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { FieldSet } from "@/components/ui/field-set";
import { TextField } from "@/components/ui/text-field";
import { connectChannelAction, testTypedChannelAction } from "@/lib/actions/channels";
import {
  type ConnectField,
  type ConnectionFound,
  ConnectForm as ConnectSchema,
} from "@/lib/domain/channel-form";
import { FoundList } from "./found-list";
import { fieldsOf, type Kind, kinds, typedIn } from "./kind";
import { ProblemLine } from "./problem-line";

export type Made = { channelId: string; kind: Kind; verifyToken: string; found: ConnectionFound };
export type Prefill = { kind: Kind; phoneNumberId?: string; wabaId?: string; pageId?: string };

type Props = { prefill?: Prefill; onConnected: (made: Made) => void };

/** What Meta needs to know of a number or an account, tried before it is kept. */
export function ConnectForm({ prefill, onConnected }: Props) {
  const t = useTranslations("settings.channels.connect");
  const [kind, setKind] = useState<Kind>(prefill?.kind ?? "whatsapp");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [found, setFound] = useState<ConnectionFound | null>(null);
  const isTest = useRef(false);
  const { failure, isBusy, onSubmit } = useSubmit(async (data) => {
    setFound(null);
    const typed = ConnectSchema.safeParse(typedIn(data, kind));
    setWrong(typed.success ? [] : typed.error.issues.map(({ path }) => String(path[0])));
    if (!typed.success) return null;
    if (isTest.current) {
      const tested = await testTypedChannelAction(typed.data);
      if (tested?.data) setFound(tested.data);
      return failureOf(tested);
    }
    const done = await connectChannelAction(typed.data);
    if (done?.data) onConnected({ kind, ...done.data });
    return failureOf(done);
  });
  const choose = (next: Kind) => {
    setKind(next);
    setWrong([]);
    setFound(null);
  };
  const atFault = failure?.details?.field;
  return (
    <form
      method="post"
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        isTest.current = submitter instanceof HTMLButtonElement && submitter.value === "test";
        onSubmit(event);
      }}
      className="flex flex-col gap-5"
      noValidate
    >
      {prefill ? null : (
        <FieldSet legend={t("what")}>
          {kinds.map((each) => (
            <CheckField
              key={each}
              type="radio"
              name="kind"
              value={each}
              label={t(each)}
              hint={t(`${each}Hint`)}
              checked={kind === each}
              onChange={() => choose(each)}
            />
          ))}
        </FieldSet>
      )}
      {fieldsOf[kind].map((name) => (
        <FormField
          key={`${kind} ${name}`}
          kind={kind}
          name={name}
          defaultValue={defaultOf(prefill, name)}
          isWrong={wrong.includes(name)}
          isAtFault={atFault === name}
        />
      ))}
      <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {found ? (
          <>
            <p ref={showWhole} className="text-sm text-done">
              {t("works")}
            </p>
            <FoundList found={found} />
          </>
        ) : null}
      </div>
      <ProblemLine failure={failure} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button type="submit" value="test" isBusy={isBusy}>
          {isBusy ? t("testing") : t("test")}
        </Button>
        <Button type="submit" value="connect" variant="primary" isBusy={isBusy}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

/** What was found stands below the fields, where a long form may hide it. */
const showWhole = (line: HTMLElement | null) => line?.parentElement?.scrollIntoView({ block: "nearest" });

type FieldProps = {
  kind: Kind;
  name: ConnectField;
  defaultValue?: string;
  isWrong: boolean;
  isAtFault: boolean;
};

function FormField({ kind, name, defaultValue, isWrong, isAtFault }: FieldProps) {
  const t = useTranslations("settings.channels.connect");
  const isSecret = name === "token" || name === "appSecret";
  const label = name === "appSecret" && kind === "instagram" ? t("instagramAppSecret") : t(name);
  return (
    <TextField
      name={name}
      label={label}
      hint={isSecret ? t(`${name}Hint.${kind}`) : t(`${name}Hint`)}
      error={isWrong ? t(`fieldErrors.${name}`) : null}
      aria-invalid={isAtFault || undefined}
      defaultValue={defaultValue}
      type={isSecret ? "password" : "text"}
      inputMode={isSecret ? undefined : "numeric"}
      autoComplete="off"
      spellCheck={false}
      dir="ltr"
    />
  );
}

const defaultOf = (prefill: Prefill | undefined, name: ConnectField): string | undefined =>
  name === "token" || name === "appSecret" ? undefined : prefill?.[name];
