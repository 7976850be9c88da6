import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requestStateLabel } from "@/lib/domain/change-requests/labels";
import type { ChangeRequestDetail } from "@/lib/domain/change-requests/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { TakeButton } from "./office-forms";

const tones = { OPEN: "warn", RETURNED: "neutral", DECIDED: "good", WITHDRAWN: "neutral" } as const;

/** The head of a request's pages in the office. */
export async function RequestHeader({ request, side }: { request: ChangeRequestDetail; side: string }) {
  const [t, locale, viewer] = await Promise.all([getTranslations(), currentLocale(), requireViewer()]);
  const base = `/change-requests/${request.id}`;
  const title = t("change-requests.changeOf", { firm: nameOf(locale, request.enterprise) });
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: "/change-requests", label: t("change-requests.title") }]}
        action={
          request.can.assign && viewer.userId && viewer.userId !== request.ownerId ? (
            <ClientMessages namespaces={["change-requests"]}>
              <TakeButton of={{ id: request.id, version: request.version }} me={viewer.userId} />
            </ClientMessages>
          ) : undefined
        }
        more={
          request.can.assign ? (
            <>
              {request.can.sendBack ? (
                <AppLink href={`${base}/send-back`}>{t("change-requests.sendBack")}</AppLink>
              ) : null}
              <AppLink href={`${base}/assign`}>{t("change-requests.assign")}</AppLink>
            </>
          ) : undefined
        }
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
