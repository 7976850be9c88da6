import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { getOpenRequest } from "@/lib/domain/change-requests/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** For the office, on a firm's page: that it asks for another record than the one shown. */
export async function OpenRequestMark({ viewer, enterpriseId }: { viewer: Viewer; enterpriseId: string }) {
  if (viewer.enterpriseIds !== null) return null;
  const [request, t] = await Promise.all([
    getOpenRequest(viewer, { enterpriseId }),
    getTranslations("change-requests"),
  ]);
  if (request?.state !== "OPEN") return null;
  return (
    <Banner>
      {t("openMark", { on: request.askedOn })}{" "}
      <AppLink href={`/change-requests/${request.id}`}>{t("titleOne")}</AppLink>
    </Banner>
  );
}
