import type { Metadata } from "next";
import styles from "@/components/portal/portal.module.css";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { returnStateLabel } from "@/lib/domain/returns/labels";
import { listReturnsOfFirm } from "@/lib/domain/returns/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.nav"))("returns") };
}

/** What was asked of the firm: what waits for it first. */
export default async function PortalReturnsPage() {
  const [{ viewer }, t, formats] = await Promise.all([requireFirm(), getTranslations(), getFormats()]);
  const returns = await listReturnsOfFirm(viewer);
  const groups = [
    { title: t("portal.home.returnsDue"), rows: returns.filter(({ waits }) => waits) },
    { title: t("portal.returns.done"), rows: returns.filter(({ waits }) => !waits) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHeader title={t("portal.nav.returns")} />
      {returns.length === 0 ? (
        <EmptyState title={t("portal.returns.none")} text={t("portal.returns.noneText")} />
      ) : null}
      {groups.map(({ title, rows }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul className={styles.tasks}>
            {rows.map((row) => (
              <li key={row.id}>
                <AppLink href={`/portal/returns/${row.id}`} className={row.overdue ? styles.late : undefined}>
                  <strong>{titleOf(viewer.locale, row.round)}</strong>
                  <span>
                    {[
                      t(returnStateLabel(row.state)),
                      t(row.overdue ? "portal.home.overdue" : "portal.home.dueOn", {
                        date: formats.date(row.own.dueOn),
                      }),
                      row.late ? t("portal.returns.late") : null,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </AppLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
