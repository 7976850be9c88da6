import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import type { Form } from "./find-form";

/** The head of every page of one form. */
export async function FormHeader({ form, side }: { form: Form; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/return-forms/${form.id}`;
  const { can } = form;
  const title = titleOf(locale, form);
  const main = can.design
    ? { href: "edit", label: t("return-forms.design") }
    : can.createVersion
      ? { href: "version", label: t("return-forms.createVersion") }
      : null;
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: "/return-forms", label: t("return-forms.title") }]}
        beside={<span>{form.code}</span>}
        action={
          main ? (
            <ButtonLink look="primary" href={`${base}/${main.href}`}>
              {main.label}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.update || can.retire ? (
            <>
              {can.update ? <AppLink href={`${base}/rename`}>{t("return-forms.rename")}</AppLink> : null}
              {can.retire ? <AppLink href={`${base}/retire`}>{t("return-forms.retire")}</AppLink> : null}
            </>
          ) : undefined
        }
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
