/** Those from one to another of a row of things, both included, whichever of the two comes first. */
export function between<Thing>(things: Thing[], one: Thing, other: Thing): Thing[] {
  const [from = -1, to = -1] = [things.indexOf(one), things.indexOf(other)].sort((a, b) => a - b);
  return from < 0 ? [] : things.slice(from, to + 1);
}
