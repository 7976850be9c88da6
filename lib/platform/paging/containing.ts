/** The text as a pattern of LIKE means it: the wildcards of a pattern are letters here like any other. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** A pattern of LIKE for texts that hold another. */
export function containing(text: string): string {
  return `%${literally(text)}%`;
}
