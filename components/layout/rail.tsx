import { getTranslations } from "next-intl/server";
import { NavLink } from "./nav-link";
import { ParkSwitcher } from "./park-switcher";
import { type Place, places } from "./places";
import styles from "./rail.module.css";

export const RAIL_ID = "rail";

/**
 * One list of places, drawn once: a column beside the page where there is room, a popover behind the menu
 * button where there is none. The browser opens and closes it, so it works without JavaScript.
 */
export async function Rail(props: { nav: readonly Place[]; parks: { code: string; name: string }[] }) {
  const t = await getTranslations("nav");
  const above = props.nav.filter((place) => place !== "settings");
  const below = props.nav.filter((place) => place === "settings");
  return (
    <nav id={RAIL_ID} popover="auto" className={styles.rail} aria-label={t("places")}>
      <NavLink href="/" className={styles.mark}>
        <Mark />
        {t("product")}
      </NavLink>
      {props.parks.length > 0 ? (
        <ParkSwitcher parks={props.parks} label={t("park")} all={t("allParks")} go={t("go")} />
      ) : null}
      <div className={styles.nav}>
        <ul>{above.map((place) => item(place))}</ul>
        {below.length > 0 ? <ul className={styles.below}>{below.map((place) => item(place))}</ul> : null}
      </div>
    </nav>
  );

  function item(place: Place) {
    const { href, icon: Icon } = places[place];
    return (
      <li key={place}>
        <NavLink href={href} className={styles.link}>
          <Icon size={18} stroke={1.6} aria-hidden />
          {t(place)}
        </NavLink>
      </li>
    );
  }
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0d5c59" />
      <path d="M7 8h18v4H7zm7 6h4v11h-4z" fill="#fff" />
      <path d="M7 14h5v4H7zm0 6h5v5H7zm13-6h5v4h-5z" fill="#fff" opacity=".45" />
      <path d="M20.75 20.75h3.5v3.5h-3.5z" fill="none" stroke="#fff" strokeOpacity=".6" strokeWidth="1.5" />
    </svg>
  );
}
