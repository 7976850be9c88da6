import { getTranslations } from "@/lib/platform/i18n/translator";
import { Frame, type FrameProps } from "./frame";
import { frameWords } from "./frame-words";
import type { Place } from "./places";

/** The office's frame in the reader's language. */
export async function Shell(props: Omit<FrameProps, "nav" | "words"> & { nav: readonly Place[] }) {
  const { nav, ...rest } = props;
  const [t, words] = await Promise.all([
    getTranslations("nav"),
    frameWords(props.user, props.unread ?? 0, props.mayUndo ?? false),
  ]);
  return <Frame {...rest} nav={nav.map((place) => ({ place, label: t(place) }))} words={words} />;
}
