/** Roughly how wide a text is at 12 px: a Chinese character is as wide as the type is high. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 12 : 7.4;
  return width;
}

/** Moves labels apart until none touches the next, keeping their order, inside the given bounds. */
export function spread(positions: number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let floor = low;
  for (const label of order) {
    label.at = Math.max(label.at, floor);
    floor = label.at + gap;
  }
  let ceiling = high;
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, ceiling);
    ceiling = label.at - gap;
  }
  const placed = [...positions];
  for (const label of order) placed[label.index] = label.at;
  return placed;
}

/** Every how many-th label is drawn, so that neighbours do not run into each other. */
export function labelStep(labels: string[], room: number): number {
  const widest = Math.max(0, ...labels.map(textWidth)) + 8;
  return Math.max(1, Math.ceil(widest / Math.max(1, room)));
}

export function toTime(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
}

/** Ticks of a time axis in words that both languages share: years, or year and month. */
export function timeLabel(time: Date, spanDays: number): string {
  const iso = time.toISOString();
  if (spanDays > 3 * 366) return iso.slice(0, 4);
  return spanDays > 62 ? iso.slice(0, 7) : iso.slice(0, 10);
}
