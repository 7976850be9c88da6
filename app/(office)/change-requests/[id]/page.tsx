import type { Metadata } from "next";
import { ChangePair } from "@/components/change-requests/change-pair";
import styles from "@/components/change-requests/change-requests.module.css";
import { DecideForm } from "@/components/change-requests/decide-form";
import { DecidedFields } from "@/components/change-requests/decided-fields";
import { findChangeRequest } from "@/components/change-requests/find-change-request";
import { RequestFacts } from "@/components/change-requests/request-facts";
import { RequestHeader } from "@/components/change-requests/request-header";
import { getValueWords } from "@/components/change-requests/value-words";
import { fieldLabel } from "@/lib/domain/change-requests/labels";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("change-requests")]);
  const { viewer, request } = await findChangeRequest(id);
  return { title: t("changeOf", { firm: nameOf(viewer.locale, request.enterprise) }) };
}

/** Old beside new, and the verdict on each field. */
export default async function ChangeRequestPage(props: Props) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations()]);
  const { request } = await findChangeRequest(id);
  const words = await getValueWords(request.commitment);
  const of = { id, version: request.version };
  const open = request.fields.filter(({ decision }) => decision === null);
  return (
    <>
      <RequestHeader request={request} side="" />
      <RequestFacts request={request} />
      <DecidedFields
        words={words}
        fields={request.can.decide ? request.fields.filter(({ decision }) => decision) : request.fields}
      />
      <ClientMessages
        namespaces={["change-requests", "enterprises", "commitments", "milestones", "projects"]}
      >
        {request.can.decide ? (
          <div className={styles.section}>
            <DecideForm
              of={of}
              fields={open.map((field) => ({
                field: field.field,
                label: t(fieldLabel(field.field) as never),
                asked: JSON.stringify([field.before, field.after, field.attachment?.id ?? null]),
                shown: <ChangePair field={field} words={words} />,
              }))}
            />
          </div>
        ) : null}
      </ClientMessages>
    </>
  );
}
