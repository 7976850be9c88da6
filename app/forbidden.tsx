import { Refusal } from "@/components/layout/refusal";
import { refusalTitle } from "@/components/layout/refusal-words";

export const generateMetadata = () => refusalTitle("forbidden");

/** A verb that the role does not have. A row out of reach is not-found instead. Where no frame was drawn. */
export default function Forbidden() {
  return <Refusal refused="forbidden" framed={false} />;
}
