import { AppLink } from "@/components/ui/app-link";
import { getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./home.module.css";

export type WorkItem = {
  id: string;
  href: string;
  title: string;
  detail: string;
  verbs: { href: string; label: string }[];
};

/** One kind of work: the most urgent few, each with the verb that settles it, and where the rest is. */
export async function WorkSection(props: {
  title: string;
  items: WorkItem[];
  total: number;
  allHref: string;
}) {
  const t = await getTranslations("home");
  if (props.total === 0) return null;
  return (
    <section className={styles.work}>
      <h2>
        {props.title} <span className={styles.count}>{props.total}</span>
      </h2>
      <ul>
        {props.items.map((item) => (
          <li key={item.id}>
            <span>
              <AppLink href={item.href}>{item.title}</AppLink> <small>{item.detail}</small>
            </span>
            <span className={styles.verbs}>
              {item.verbs.map((verb) => (
                <AppLink key={verb.href} href={verb.href} aria-label={`${verb.label}: ${item.title}`}>
                  {verb.label}
                </AppLink>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {props.total > props.items.length ? (
        <p>
          <AppLink href={props.allHref}>{t("all", { count: props.total })}</AppLink>
        </p>
      ) : null}
    </section>
  );
}
