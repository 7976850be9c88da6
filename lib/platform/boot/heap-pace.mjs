/**
 * How far the heap may grow before it is collected. V8 left alone lets it grow to several times what is alive: twice the
 * memory for a few percent of the time, and an office's server is small. A share alone is no measure either: a small
 * heap, which most offices have, was collected at every hundredth page.
 */
import { constants, PerformanceObserver } from "node:perf_hooks";
import { getHeapStatistics, setFlagsFromString } from "node:v8";

/** What a small heap may grow by, in bytes. */
const ALLOWANCE = 50 * 2 ** 20;
/** What a large one may grow by, in percent of what is alive. */
const LEAST = 30;

/**
 * In percent of what is alive, as V8 is told it.
 * @param {number} alive in bytes
 */
export function growthFor(alive) {
  return Math.max(LEAST, Math.round((ALLOWANCE / Math.max(alive, ALLOWANCE / 2)) * 100));
}

/**
 * Sets the pace, and again after each collection of the whole heap. WebAssembly, which plans Prisma's queries once and
 * remembers them, stays as it is first compiled: to compile it better keeps 30 MB for good.
 */
export function paceHeap() {
  setFlagsFromString("--liftoff-only");
  let told = 0;
  const tell = () => {
    const growth = growthFor(getHeapStatistics().used_heap_size);
    if (growth !== told) setFlagsFromString(`--heap-growing-percent=${growth}`);
    told = growth;
  };
  tell();
  new PerformanceObserver((list) => {
    const major = (/** @type {any} */ { detail }) => detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
    if (list.getEntries().some(major)) tell();
  }).observe({ entryTypes: ["gc"] });
}
