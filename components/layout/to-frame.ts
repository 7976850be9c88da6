import { getTranslations } from "@/lib/platform/i18n/translator";
import type { FrameProps } from "./frame";
import { frameWords } from "./frame-words";
import type { Place } from "./places";

/** What the office's frame is told, in the reader's language. */
export async function toFrame(
  props: Omit<FrameProps, "nav" | "words" | "children"> & { nav: readonly Place[] },
): Promise<Omit<FrameProps, "children">> {
  const { nav, ...rest } = props;
  const [t, words] = await Promise.all([
    getTranslations("nav"),
    frameWords(props.user, props.unread ?? 0, props.mayUndo ?? false),
  ]);
  return { ...rest, nav: nav.map((place) => ({ place, label: t(place) })), words };
}
