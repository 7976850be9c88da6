import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { toAskedBefore } from "@/components/change-requests/asked-before";
import { listPapers, PortalFiles } from "@/components/change-requests/portal-files";
import { PortalPage } from "@/components/change-requests/portal-page";
import { MeasurementReportForm } from "@/components/change-requests/report-forms";
import { RequestBanner } from "@/components/change-requests/request-banner";
import { getChangeRequest, getOpenRequest } from "@/lib/domain/change-requests/queries";
import { getCommitment } from "@/lib/domain/commitments/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** A promise that the firm measures itself. */
async function findPromise(id: string) {
  const { viewer, enterpriseId } = await requireFirm();
  const promise = await getCommitment(viewer, id);
  if (promise?.metric !== "TYPED" || promise.waivedOn) notFound();
  return { viewer, enterpriseId, promise };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, promise } = await findPromise((await props.params).id);
  return { title: titleOf(viewer.locale, promise) };
}

/** A value that the firm measured; the office looks at it before it counts. */
export default async function MeasurementReportPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("change-requests.portal"),
    getFormats(),
  ]);
  const { viewer, enterpriseId, promise } = await findPromise(id);
  const { from } = firstValues(searchParams);
  const [open, again, papers] = await Promise.all([
    getOpenRequest(viewer, { enterpriseId, commitmentId: id }),
    from ? getChangeRequest(viewer, from) : null,
    listPapers(viewer, "commitments", id),
  ]);
  const asked = toAskedBefore(open, again?.commitmentId === id ? again : null);
  const said = (asked.values.get("measurement") ?? {}) as Record<string, string | null>;
  const unit = nameOf(viewer.locale, { nameZh: promise.unitZh, nameEn: promise.unitEn });
  const last = promise.measurements.at(-1);
  const target = formats.number(promise.targetValue, 4);
  return (
    <PortalPage
      title={titleOf(viewer.locale, promise)}
      trail={[{ href: "/portal/promises", label: t("promises") }]}
      help={[
        t("promiseTarget", { value: target, unit, on: promise.targetOn }),
        last
          ? t("lastMeasured", { value: formats.number(last.value, 4), unit, on: last.on })
          : t("neverMeasured"),
      ].join(" · ")}
    >
      <RequestBanner request={open} />
      <ClientMessages
        namespaces={["change-requests", "attachments", "commitments", "milestones", "enterprises"]}
      >
        <MeasurementReportForm
          seen={{ id, version: promise.version, requestVersion: open?.version ?? 0 }}
          values={{
            on: said.on ?? "",
            value: said.value ?? "",
            source: said.source ?? "",
            evidence: said.evidence ?? "",
            attachmentId: asked.attachmentId,
          }}
          unit={unit}
          papers={papers}
        />
        <PortalFiles owner="commitments" ownerId={id} usual="EVIDENCE" papers={papers} />
      </ClientMessages>
    </PortalPage>
  );
}
