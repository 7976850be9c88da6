import { AppLink } from "@/components/ui/app-link";
import { fieldLabel } from "@/lib/domain/change-requests/labels";
import type { ChangeRequestDetail } from "@/lib/domain/change-requests/queries";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { ChangePair } from "./change-pair";
import styles from "./change-requests.module.css";
import { getValueWords } from "./value-words";

/** What accepting one request will write: each field that is still open, with what stands and what is asked for. */
export async function AcceptedPreview(props: { request: ChangeRequestDetail; locale: Locale }) {
  const { request, locale } = props;
  const [t, words] = await Promise.all([getTranslations(), getValueWords(request.commitment)]);
  const about = request.milestone ?? request.commitment;
  const firm = nameOf(locale, request.enterprise);
  const name = about ? `${firm} · ${titleOf(locale, about)}` : firm;
  return (
    <section aria-label={name} className={styles.field}>
      <h3>
        <AppLink href={`/change-requests/${request.id}`}>{name}</AppLink>
      </h3>
      {request.fields
        .filter(({ decision }) => decision === null)
        .map((field) => (
          <div key={field.field}>
            <strong>{t(fieldLabel(field.field) as never)}</strong>
            <ChangePair field={field} words={words} />
          </div>
        ))}
    </section>
  );
}
