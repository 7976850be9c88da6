import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import type { ChangeRequestDto } from "@/lib/domain/change-requests/dto";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** That something waits for the office, or came back from it. */
export async function RequestBanner({ request }: { request: ChangeRequestDto | null }) {
  const t = await getTranslations("change-requests.portal");
  if (!request) return null;
  const returned = request.state === "RETURNED";
  return (
    <Banner
      tone={returned ? "warn" : "info"}
      title={returned ? t("returned") : t("waiting", { on: request.askedOn })}
    >
      {request.comment ? <p>{request.comment}</p> : null}
      <AppLink href={`/portal/profile/requests/${request.id}`}>{t("see")}</AppLink>
    </Banner>
  );
}
