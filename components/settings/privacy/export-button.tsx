import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/paths";

/** A form of its own: the browser saves what comes, and no address names the person. */
export function ExportButton({ contactId }: { contactId: string }) {
  const t = useTranslations("settings.privacy");
  return (
    <form method="post" action={paths.api.contactExports()}>
      <input type="hidden" name="contactId" value={contactId} />
      <button type="submit" className={buttonClass()}>
        {t("export")}
      </button>
    </form>
  );
}
