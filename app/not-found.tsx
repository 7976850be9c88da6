import { Refusal } from "@/components/layout/refusal";
import { refusalTitle } from "@/components/layout/refusal-words";

export const generateMetadata = () => refusalTitle("notFound");

/** Says the same whether a row is missing or out of reach. Where no frame was drawn. */
export default function NotFound() {
  return <Refusal refused="notFound" framed={false} />;
}
