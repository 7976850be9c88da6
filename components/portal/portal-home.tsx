import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { type PortalPlace, portalPlaces } from "./places";
import styles from "./portal.module.css";

/** Something that is asked of the firm, with where it is done. */
export type PortalTask = { key: string; href: string; title: string; detail: string; late?: boolean };
export type PortalTasks = { key: string; title: string; tasks: PortalTask[] };

/** What is asked of the firm, most pressing first; below it the rooms. */
export async function PortalHome(props: {
  groups: PortalTasks[];
  firm: string;
  rooms: readonly PortalPlace[];
}) {
  const t = await getTranslations("portal");
  const groups = props.groups.filter(({ tasks }) => tasks.length > 0);
  return (
    <>
      <PageHeader title={t("home.title")} />
      {groups.length === 0 ? <EmptyState title={t("home.nothing")} text={t("home.nothingText")} /> : null}
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={`tasks-${group.key}`}>
          <h2 id={`tasks-${group.key}`}>{group.title}</h2>
          <ul className={styles.tasks}>
            {group.tasks.map((task) => (
              <li key={task.key}>
                <AppLink href={task.href} className={task.late ? styles.late : undefined}>
                  <strong>{task.title}</strong>
                  <span>{task.detail}</span>
                </AppLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{t("home.places", { firm: props.firm })}</h2>
      <ul className={styles.places}>
        {props.rooms
          .filter((room) => room !== "home")
          .map((room) => (
            <li key={room}>
              <AppLink href={portalPlaces[room]}>
                <strong>{t(`nav.${room}`)}</strong>
                <span>{t(`places.${room}` as never)}</span>
              </AppLink>
            </li>
          ))}
      </ul>
    </>
  );
}
