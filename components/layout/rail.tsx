import { getTranslations } from "next-intl/server";
import { ParkSwitcher } from "./park-switcher";
import type { Place } from "./places";
import styles from "./rail.module.css";
import { RailLinks } from "./rail-links";

export const RAIL_ID = "rail";

/**
 * One list of places, drawn once: a column beside the page where there is room, a popover behind the menu
 * button where there is none. The browser opens and closes it, so it works without JavaScript.
 */
export async function Rail(props: { nav: readonly Place[]; parks: { code: string; name: string }[] }) {
  const t = await getTranslations("nav");
  return (
    <nav id={RAIL_ID} popover="auto" className={styles.rail} aria-label={t("places")}>
      <RailLinks product={t("product")} nav={props.nav.map((place) => ({ place, label: t(place) }))}>
        {props.parks.length > 0 ? (
          <ParkSwitcher parks={props.parks} label={t("park")} all={t("allParks")} go={t("go")} />
        ) : null}
      </RailLinks>
    </nav>
  );
}
