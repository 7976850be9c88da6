import { Refusal } from "@/components/layout/refusal";
import { refusalTitle } from "@/components/layout/refusal-words";

export const generateMetadata = () => refusalTitle("notFound");

/** Says the same whether a row is missing or out of reach. Inside the office's frame. */
export default function NotFound() {
  return <Refusal refused="notFound" framed={true} />;
}
