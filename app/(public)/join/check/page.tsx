import type { Metadata } from "next";
import { ProveForm } from "@/components/memberships/prove-form";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberships.join"))("check"), referrer: "no-referrer" };
}

/** Where the mail leads that proves an address. A button, since mail scanners open every link. */
export default async function ProvePage(props: { searchParams: Promise<SearchParams> }) {
  const { token = "" } = firstValues(await props.searchParams);
  const t = await getTranslations("memberships.join");
  return (
    <>
      <h1>{t("check")}</h1>
      <p>{t("checkText")}</p>
      <ClientMessages namespaces={["memberships"]}>
        <ProveForm token={token} />
      </ClientMessages>
    </>
  );
}
