import { Refusal, refusalTitle } from "@/components/layout/refusal";

export const generateMetadata = () => refusalTitle("notFound");

/** Says the same whether a row is missing or out of reach. Inside the office's frame. */
export default function NotFound() {
  return <Refusal refused="notFound" framed={true} />;
}
