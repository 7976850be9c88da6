/** What stands at the head of every printed page. */
export function PaperHead({ side, text }: { side: "left" | "center" | "right"; text: string }) {
  return <style>{`@page { @top-${side} { content: ${toCssString(text)}; } }`}</style>;
}

/** Text as CSS quotes it: whatever could end the string or the element is written by its number. */
export function toCssString(text: string): string {
  const quoted = text.replace(/["\\<>\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `);
  return `"${quoted}"`;
}
