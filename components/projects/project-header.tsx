import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { projectStageLabel } from "@/lib/domain/projects/labels";
import type { getProject } from "@/lib/domain/projects/queries";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Project = NonNullable<Awaited<ReturnType<typeof getProject>>>;

/** The head of every page of one project. */
export async function ProjectHeader({ project, side }: { project: Project; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/projects/${project.id}`;
  const { can } = project;
  return (
    <>
      <PageHeader
        title={titleOf(locale, project)}
        trail={[{ href: "/projects", label: t("projects.title") }]}
        beside={<span>{`${project.code} · ${t(projectStageLabel(project.stage))}`}</span>}
        action={
          can.report ? (
            <ButtonLink look="primary" href={`${base}/report`}>
              {t("projects.report")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.update || can.cancel ? (
            <>
              {can.update ? <AppLink href={`${base}/edit`}>{t("projects.edit")}</AppLink> : null}
              {can.addMilestone ? (
                <AppLink href={`/milestones/new?project=${project.id}`}>{t("milestones.new")}</AppLink>
              ) : null}
              {can.declare ? (
                <AppLink href={`${base}/declare`}>{t("projects.declared.declare")}</AppLink>
              ) : null}
              {can.cancel ? <AppLink href={`${base}/cancel`}>{t("projects.cancel")}</AppLink> : null}
            </>
          ) : undefined
        }
      />
      <Tabs
        label={titleOf(locale, project)}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          ...(can.readRegister ? [{ href: `${base}/register`, label: t("projects.register") }] : []),
          { href: `${base}/money`, label: t("projects.moneyTab") },
          { href: `${base}/updates`, label: t("projects.updates") },
          { href: `${base}/attachments`, label: t("attachments.title") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
