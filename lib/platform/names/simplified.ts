import { Converter } from "opencc-js/t2cn";

/** Traditional characters as simplified ones, so that 廣州 and 广州 match. */
export const toSimplified: (text: string) => string = Converter({ from: "t", to: "cn" });
