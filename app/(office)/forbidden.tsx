import { Refusal } from "@/components/layout/refusal";
import { refusalTitle } from "@/components/layout/refusal-words";

export const generateMetadata = () => refusalTitle("forbidden");

/** A verb that the role does not have. A row out of reach is not-found instead. Inside the office's frame. */
export default function Forbidden() {
  return <Refusal refused="forbidden" framed={true} />;
}
