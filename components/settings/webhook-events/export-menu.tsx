"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import type { EventFilter } from "@/lib/domain/event-filter";
import { paths } from "@/lib/paths";

type Props = { filter: EventFilter; mayReveal: boolean };

/** The events that the filter means as a file; with content only after a word about it. */
export function ExportMenu({ filter, mayReveal }: Props) {
  const t = useTranslations("settings.webhookEvents.export");
  const [isAsking, setIsAsking] = useState(false);
  const url = paths.api.webhookEventsExport(filter);
  const trigger = (
    <button type="button" className={buttonClass()}>
      {t("label")}
    </button>
  );
  return (
    <>
      <Menu trigger={trigger} align="end">
        <MenuLink link={<a href={url} download />}>{t("bare")}</MenuLink>
        {mayReveal ? <MenuItem onSelect={() => setIsAsking(true)}>{t("content")}</MenuItem> : null}
      </Menu>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t("contentTitle")}
        description={t("contentText")}
      >
        <form
          method="post"
          action={url}
          onSubmit={() => setIsAsking(false)}
          className="flex justify-end gap-2"
        >
          <Button variant="ghost" onClick={() => setIsAsking(false)}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="primary">
            {t("download")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
