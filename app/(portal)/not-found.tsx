import { Refusal } from "@/components/layout/refusal";
import { refusalTitle } from "@/components/layout/refusal-words";

export const generateMetadata = () => refusalTitle("notFound");

/** What does not exist, or is another firm's: inside the portal's frame. */
export default function NotFound() {
  return <Refusal refused="notFound" framed={true} />;
}
