import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requestStateLabel } from "@/lib/domain/change-requests/labels";
import type { ChangeRequestDetail } from "@/lib/domain/change-requests/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale } from "@/lib/platform/i18n/translator";

const tones = { OPEN: "warn", RETURNED: "neutral", DECIDED: "good", WITHDRAWN: "neutral" } as const;

/** The head of a request's pages in the office. */
export async function RequestHeader({ request, side }: { request: ChangeRequestDetail; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/change-requests/${request.id}`;
  const title = t("change-requests.changeOf", { firm: nameOf(locale, request.enterprise) });
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: "/change-requests", label: t("change-requests.title") }]}
        beside={<Badge tone={tones[request.state]}>{t(requestStateLabel(request.state))}</Badge>}
      />
      <Tabs
        label={title}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
