let counter = 0;

/** A number in letters alone: a name with digits in it may happen to look like an identity number, and is refused. */
function inLetters(number: number): string {
  const rest = Math.floor(number / 26);
  return (rest > 0 ? inLetters(rest) : "") + String.fromCharCode(97 + (number % 26));
}

/** A name that no other test, worker or run of these days has: the process, the moment, and a running number. */
export function unique(prefix: string): string {
  counter += 1;
  const moment = (Date.now() % 26 ** 6) + 26 ** 6;
  return `${prefix}${inLetters(process.pid)}${inLetters(moment)}${inLetters(counter)}`;
}
