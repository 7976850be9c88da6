import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RateForm } from "@/components/rates/rate-form";
import { AppLink } from "@/components/ui/app-link";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rates"))("newTitle") };
}

/** `?base=&quote=&on=` fill the form in: the way here from an amount that lacks its rate. */
export default async function NewRatePage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("rates"),
  ]);
  if (!can(viewer, "rates.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        trail={[{ href: "/rates", label: t("title") }]}
        more={<AppLink href="/rates/paste">{t("paste")}</AppLink>}
      />
      <ClientMessages namespaces={["rates"]}>
        <RateForm asked={firstValues(searchParams)} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
