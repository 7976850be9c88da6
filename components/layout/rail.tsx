import { ParkSwitcher } from "./park-switcher";
import type { Place } from "./places";
import styles from "./rail.module.css";
import { RailLinks } from "./rail-links";

export const RAIL_ID = "rail";

/**
 * One list of places, drawn once: a column beside the page where there is room, a popover behind the menu
 * button where there is none. The browser opens and closes it, so it works without JavaScript.
 */
export function Rail(props: {
  nav: { place: Place; label: string }[];
  parks: { code: string; name: string }[];
  words: Record<"product" | "places" | "park" | "allParks" | "go", string>;
}) {
  const { words } = props;
  return (
    <nav id={RAIL_ID} popover="auto" className={styles.rail} aria-label={words.places}>
      <RailLinks product={words.product} nav={props.nav}>
        {props.parks.length > 0 ? (
          <ParkSwitcher parks={props.parks} label={words.park} all={words.allParks} go={words.go} />
        ) : null}
      </RailLinks>
    </nav>
  );
}
