import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { Icon } from "@/components/ui/icon";
import { LiveButton } from "@/components/ui/live-button";
import { toIso } from "./blocks";
import styles from "./stacking.module.css";
import type { useStackDay } from "./use-stack-day";
import type { BlockWords } from "./words";

type Props = {
  clock: ReturnType<typeof useStackDay>;
  from: number;
  to: number;
  turns: number[];
  ticks: { at: number; label: string }[];
  words: BlockWords;
};

/** The slider under the plan: any day of the building's life, the days on which something turns, and playing. */
export function StackBar({ clock, from, to, turns, ticks, words }: Props) {
  const { t, formats } = words;
  const { day, show, playing, play } = clock;
  const before = turns.findLast((turn) => turn < day && turn >= from);
  const after = turns.find((turn) => turn > day && turn <= to);
  return (
    <div className={`${styles.bar} no-print`}>
      <LiveButton onClick={play} aria-label={t(playing ? "buildings.plan.pause" : "buildings.plan.play")}>
        {playing ? <Icon of={IconPlayerPause} size={16} /> : <Icon of={IconPlayerPlay} size={16} />}
      </LiveButton>
      <LiveButton
        onClick={() => before !== undefined && show(before)}
        aria-disabled={before === undefined || undefined}
        aria-label={t("buildings.plan.previous")}
      >
        <Icon of={IconChevronLeft} size={16} />
      </LiveButton>
      <LiveButton
        onClick={() => after !== undefined && show(after)}
        aria-disabled={after === undefined || undefined}
        aria-label={t("buildings.plan.next")}
      >
        <Icon of={IconChevronRight} size={16} />
      </LiveButton>
      <div className={styles.slider}>
        <input
          type="range"
          min={from}
          max={to}
          value={day}
          aria-label={t("buildings.plan.day")}
          aria-valuetext={formats.longDate(toIso(day))}
          onChange={(event) => {
            clock.pause();
            show(event.currentTarget.valueAsNumber);
          }}
        />
        <div className={styles.ticks} aria-hidden="true">
          {ticks.map(({ at, label }) => (
            <span key={label} style={{ insetInlineStart: `${at * 100}%` }}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <output className={styles.day}>{formats.longDate(toIso(day))}</output>
    </div>
  );
}
