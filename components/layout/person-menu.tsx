import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { Menu } from "@/components/ui/menu";
import { DensitySwitch } from "./density-switch";
import { SchemeSwitch } from "./scheme-switch";
import { SignOut } from "./sign-out";
import styles from "./top-bar.module.css";

export async function PersonMenu(props: {
  user: { name: string; role: string };
  passwordHref: string;
  /** What was written lately; left out for those who write nothing. */
  changesHref?: string;
  signOut?: () => Promise<void>;
}) {
  const t = await getTranslations("nav");
  return (
    <Menu
      name={t("personMenu", { name: props.user.name })}
      className={styles.person}
      label={
        <span aria-hidden="true" className={styles.initial}>
          {[...props.user.name][0]}
        </span>
      }
    >
      <div className={styles.who}>
        <strong>{props.user.name}</strong>
        <span>{t(`roles.${props.user.role}`)}</span>
      </div>
      <SchemeSwitch
        label={t("scheme")}
        words={{ system: t("schemeSystem"), light: t("schemeLight"), dark: t("schemeDark") }}
      />
      <DensitySwitch
        label={t("density")}
        words={{ comfortable: t("densityComfortable"), compact: t("densityCompact") }}
      />
      {props.changesHref ? <AppLink href={props.changesHref}>{t("changes")}</AppLink> : null}
      <AppLink href={props.passwordHref}>{t("password")}</AppLink>
      {props.signOut ? <SignOut action={props.signOut} label={t("signOut")} /> : null}
    </Menu>
  );
}
