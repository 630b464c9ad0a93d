import type { ReactNode } from "react";
import { KindIcon } from "@/components/inbox/kind-icon";
import type { MessageKind } from "@/lib/domain/message";

type Props = { kind: MessageKind; title: ReactNode; detail?: ReactNode };

/** What a message is, when that is not plain from its words: a small picture, its name, a detail. */
export function KindLine({ kind, title, detail }: Props) {
  return (
    <div className="flex items-center gap-2.5">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-lg bg-surface/70 text-text-muted">
        <KindIcon kind={kind} size={18} />
      </span>
      <div className="min-w-0">
        <p dir="auto" className="font-medium break-words">
          {title}
        </p>
        {detail ? (
          <p dir="auto" className="text-sm break-words text-text-muted">
            {detail}
          </p>
        ) : null}
      </div>
    </div>
  );
}
