import "server-only";
import { undoWords } from "@/components/change-sets/undo-words";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { FrameWords } from "./frame";
import type { PersonWords } from "./person-menu";

const found = [
  ...(["places", "enterprises", "leases", "units", "projects"] as const),
  ...(["agreements", "commitments", "programmes", "instruments", "policies", "claims"] as const),
] as const;

/** What the office's frame says, handed to the browser as it is: no page has to carry a formatter for it. */
export async function frameWords(
  user: { name: string; role: string },
  unread: number,
  mayUndo: boolean,
): Promise<FrameWords> {
  const [t, search] = await Promise.all([getTranslations("nav"), getTranslations("search")]);
  return {
    skip: t("skip"),
    product: t("product"),
    places: t("places"),
    park: t("park"),
    allParks: t("allParks"),
    go: t("go"),
    openMenu: t("openMenu"),
    search: t("search"),
    searchHint: t("searchHint"),
    found: {
      groups: Object.fromEntries(found.map((kind) => [kind, search(`groups.${kind}`)])),
      nothing: search("found", { count: 0 }),
      failed: search("failed"),
    },
    asOf: t("asOf"),
    day: {
      past: t.raw("asOfPast"),
      future: t.raw("asOfFuture"),
      back: t("backToToday"),
      asOf: t.raw("asOfDay"),
    },
    notices: t("notices", { count: unread }),
    person: await personWords(user),
    toast: await toastWords(),
    undo: mayUndo ? await undoWords() : null,
  };
}

/** What a person's own menu says. */
export async function personWords(user: { name: string; role: string }): Promise<PersonWords> {
  const t = await getTranslations("nav");
  return {
    menu: t("personMenu", { name: user.name }),
    role: t(`roles.${user.role}`),
    scheme: t("scheme"),
    schemes: { system: t("schemeSystem"), light: t("schemeLight"), dark: t("schemeDark") },
    density: t("density"),
    densities: { comfortable: t("densityComfortable"), compact: t("densityCompact") },
    changes: t("changes"),
    password: t("password"),
    signOut: t("signOut"),
  };
}

/** What stands around every toast. */
export async function toastWords(): Promise<FrameWords["toast"]> {
  const t = await getTranslations("ui.toast");
  return { region: t("region"), undo: t("undo"), failed: t("failed"), close: t("close") };
}
