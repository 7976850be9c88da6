"use client";

import { useRouter, useSearchParams } from "next/navigation";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from "react";
import type { StackLayout } from "@/components/charts/stacking-layout";
import { carryAlong } from "@/lib/platform/paging/carry";
import { findNext } from "./arrow-keys";
import { type Block, listBlocks, sumBlocks, toIso } from "./blocks";
import { StackBar } from "./stack-bar";
import { StackDrawing } from "./stack-drawing";
import { StackHead } from "./stack-head";
import { StackNote } from "./stack-note";
import { StackTable } from "./stack-table";
import styles from "./stacking.module.css";
import { useStackDay } from "./use-stack-day";
import type { WirePlan } from "./wire";
import { useBlockWords } from "./words";

export type StackingPlayerProps = {
  plan: WirePlan;
  layout: StackLayout;
  building: { name: string; file: string };
  today: string;
  from: number;
  to: number;
  ticks: { at: number; label: string }[];
  /** The units that the search found. */
  found: string[];
  mayLet: boolean;
  legend: ReactNode;
  search: ReactNode;
};

/**
 * The plan and its slider. Drawn by the server for the first day and by the same code in the browser for every
 * other: all days came along, so moving through them asks for nothing.
 */
export function StackingPlayer({ plan, layout, building, today, from, to, ...props }: StackingPlayerProps) {
  const router = useRouter();
  const params = useSearchParams();
  const words = useBlockWords();
  const clock = useStackDay(today, from, to);
  const drawing = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const [current, setCurrent] = useState<string>();
  const [open, setOpen] = useState(false);
  // The thumb moves at once; a large building is drawn as soon as there is time.
  const day = useDeferredValue(clock.day);
  const blocks = useMemo(() => listBlocks(plan, day), [plan, day]);
  const found = useMemo(() => new Set(props.found), [props.found]);
  const { t, formats } = words;

  const iso = toIso(day);
  const sums = sumBlocks(blocks);
  const rate = sums.lettable === 0 ? null : sums.occupied / sums.lettable;
  const label = t("buildings.plan.label", { building: building.name });
  const figures = [
    { label: t("buildings.plan.lettable"), value: formats.area(sums.lettable / 100), unit: "m²" },
    { label: t("buildings.plan.occupied"), value: formats.area(sums.occupied / 100), unit: "m²" },
    { label: t("buildings.plan.rate"), value: formats.percent(rate) },
  ];
  const notes = [
    t("buildings.plan.asOf", { day: formats.longDate(iso) }),
    ...figures.map((figure) => `${figure.label} ${figure.value}${figure.unit ? ` ${figure.unit}` : ""}`),
  ];
  const stop = blocks.some(({ id }) => id === current) ? current : blocks[0]?.id;
  const noted = blocks.find(({ id }) => id === pointed);

  /** The lease; on a vacant block a new one from this day on; where there are several, the unit. */
  function hrefOf({ id, kind, tenants }: Block): string {
    const [only, ...others] = tenants;
    const place =
      only && others.length === 0 && kind !== "selfUse"
        ? `/leases/${only.leaseId}`
        : kind === "vacant" && props.mayLet
          ? `/leases/log?unit=${id}&start=${iso}`
          : `/units/${id}`;
    return carryAlong(place, {
      get: (name) => (name === "asOf" ? (iso === today ? null : iso) : params.get(name)),
    });
  }

  const unitOf = (event: SyntheticEvent) =>
    (event.target as Element).closest("[data-unit]")?.getAttribute("data-unit") ?? null;

  function follow(event: MouseEvent) {
    const href = (event.target as Element).closest("a")?.getAttribute("href");
    if (!href || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    router.push(href);
  }

  function move(event: KeyboardEvent) {
    const next = findNext(blocks, unitOf(event) ?? "", event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next.id);
    drawing.current?.querySelector<SVGAElement>(`[data-unit="${next.id}"]`)?.focus();
  }

  return (
    <div className={styles.plan} data-shape={layout.height > layout.width * 0.75 ? "tall" : "wide"}>
      <StackHead {...{ figures, drawing, words }} file={`${building.file}-${iso}`} />
      {props.search}
      {props.legend}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={label} tabIndex={0}>
        <div className={styles.canvas}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a picture */}
          <svg
            ref={drawing}
            preserveAspectRatio="xMinYMin"
            viewBox={`0 0 ${layout.width} ${layout.height}`}
            className={`stk ${styles.svg}`}
            role="group"
            aria-label={`${label}. ${t("buildings.plan.keys")}`}
            onClick={follow}
            onKeyDown={move}
            onPointerOver={(event) => setPointed(unitOf(event))}
            onPointerLeave={() => setPointed(null)}
            onFocus={(event) => {
              setPointed(unitOf(event));
              setCurrent(unitOf(event) ?? undefined);
            }}
            onBlur={() => setPointed(null)}
          >
            <StackDrawing
              {...{ floors: plan.floors, blocks, layout, words, hrefOf, found, notes }}
              current={stop}
              title={label}
            />
          </svg>
          {noted ? <StackNote block={noted} layout={layout} words={words} /> : null}
        </div>
      </section>
      {blocks.length === 0 ? <p>{t("buildings.plan.none")}</p> : null}
      <StackBar {...{ clock, from, to, words }} turns={plan.turns} ticks={props.ticks} />
      <details
        className={`${styles.drawer} no-print`}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{t("buildings.plan.table", { count: blocks.length })}</summary>
        <StackTable {...{ floors: plan.floors, blocks, words, hrefOf, open }} label={label} />
      </details>
    </div>
  );
}
