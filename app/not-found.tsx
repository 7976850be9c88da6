import { Refusal, refusalTitle } from "@/components/layout/refusal";

export const generateMetadata = () => refusalTitle("notFound");

/** Says the same whether a row is missing or out of reach. Where no frame was drawn. */
export default function NotFound() {
  return <Refusal refused="notFound" framed={false} />;
}
