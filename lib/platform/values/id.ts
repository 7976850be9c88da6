const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from an address can be an id at all; anything else names nothing. */
export function isId(text: string): boolean {
  return SHAPE.test(text);
}
