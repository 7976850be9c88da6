import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { withParam } from "@/lib/platform/paging/href";
import { toDay, toIso } from "./blocks";

/** After this long at one day, the address says it. Browsers allow few changes of an address a second. */
const SETTLE = 250;
/** One step of playing: a month of days every so many milliseconds. */
const STEP_MS = 160;
const STEP_DAYS = 30;

/**
 * The plan's day: the frame's as-of date to start with, then the slider's. The address keeps it, without asking
 * the server, and the frame reads it from there.
 */
export function useStackDay(today: string, from: number, to: number) {
  const pathname = usePathname();
  const params = useSearchParams();
  const told = toDay(params.get("asOf") || today);
  const [day, setDay] = useState(Number.isNaN(told) ? toDay(today) : told);
  const [playing, setPlaying] = useState(false);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef<number>(undefined);

  // The frame's date control, or the back button, names another day. What the slider wrote itself is known.
  useEffect(() => {
    if (!Number.isNaN(told) && told !== written.current) setDay(told);
    written.current = undefined;
  }, [told]);

  useEffect(() => () => clearTimeout(settling.current), []);

  function show(next: number) {
    const bounded = Math.min(to, Math.max(from, next));
    setDay(bounded);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => {
      const iso = toIso(bounded);
      written.current = bounded;
      const current = new URLSearchParams(window.location.search);
      const address = withParam(pathname, current, "asOf", iso === today ? "" : iso);
      window.history.replaceState(null, "", address);
    }, SETTLE);
  }

  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (!playing) return;
    if (day >= to) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => latest.current(day + STEP_DAYS), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, day, to]);

  return {
    ...{ day, show, playing },
    play: () => {
      if (!playing && day >= to) show(from);
      setPlaying(!playing);
    },
    pause: () => setPlaying(false),
  };
}
