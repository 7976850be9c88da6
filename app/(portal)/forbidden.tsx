import { Refusal } from "@/components/layout/refusal";
import { refusalTitle } from "@/components/layout/refusal-words";

export const generateMetadata = () => refusalTitle("forbidden");

/** What a firm's own people may not do: inside the portal's frame. */
export default function Forbidden() {
  return <Refusal refused="forbidden" framed={true} />;
}
