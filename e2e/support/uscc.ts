const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A unified social credit code that nobody else has, as it would stand on a licence. */
export function freshUscc(): string {
  const first17 = `91440101${`${Date.now()}${process.pid}`.slice(-9)}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first17[i] ?? ""), 0);
  return first17 + ALPHABET[(31 - (sum % 31)) % 31];
}
