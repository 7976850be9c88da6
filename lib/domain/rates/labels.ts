/** A pair as it is read: one `base` in `quote`. */
export const pairOf = ({ base, quote }: { base: string; quote: string }) => `${base}/${quote}`;

/** A rate as a sentence of figures: `1 USD = 6.4 CNY`. */
export const rateInWords = (rate: { base: string; quote: string; rate: string }) =>
  `1 ${rate.base} = ${rate.rate} ${rate.quote}`;
