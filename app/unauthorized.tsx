import { Refusal } from "@/components/layout/refusal";
import { refusalTitle } from "@/components/layout/refusal-words";

export const generateMetadata = () => refusalTitle("forbidden");

/**
 * Nobody is ever sent here: whoever is signed out is led to the sign-in page. Next sends each page along with what it
 * would say, and its own page is six times as long as this one.
 */
export default function Unauthorized() {
  return <Refusal refused="forbidden" framed={false} />;
}
