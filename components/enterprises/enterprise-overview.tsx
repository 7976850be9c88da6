import { CustomFacts } from "@/components/custom-fields/custom-facts";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { TagLinks } from "@/components/ui/tag-links";
import type { EnterpriseDto } from "@/lib/domain/enterprises/dto";
import { clusterLabel, identifierLabel, presenceLabel } from "@/lib/domain/enterprises/labels";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";

import { QualificationTable } from "./qualification-table";

/** Who the firm is: identifiers with their check, contacts, and how it is in the zone. */
export async function EnterpriseOverview({
  enterprise,
  since,
}: {
  enterprise: EnterpriseDto;
  since: string | null;
}) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const { branchOf } = enterprise;
  const identifiers = enterprise.identifiers.map((identifier) => ({
    label: `${t(identifierLabel(identifier.type))}${identifier.former ? ` (${t("enterprises.former")})` : ""}`,
    value: (
      <span className="tabular">
        {identifier.value}
        {identifier.type === "OTHER" ? null : (
          <>
            {" "}
            <span role="img" aria-label={t("enterprises.checked")} title={t("enterprises.checked")}>
              ✓
            </span>
          </>
        )}
      </span>
    ),
  }));
  return (
    <>
      <DescriptionList
        items={[
          ...identifiers,
          { label: t("enterprises.shortName"), value: enterprise.shortName },
          { label: t("enterprises.formerNames"), value: enterprise.formerNames.join(" · ") },
          { label: t("enterprises.clusterLabel"), value: t(clusterLabel(enterprise.cluster)) },
          { label: t("enterprises.sectorCode"), value: enterprise.sectorCode },
          { label: t("enterprises.countryLabel"), value: countryName(locale, enterprise.country) },
          { label: t("enterprises.ultimateParent"), value: enterprise.ultimateParent },
          { label: t("enterprises.foreignShare"), value: enterprise.foreignShare },
          {
            label: t("enterprises.headquarters"),
            value: enterprise.headquarters ? t("enterprises.yes") : null,
          },
          {
            label: t("enterprises.publicBody"),
            value: enterprise.publicBody ? t("enterprises.yes") : null,
          },
          {
            label: t("enterprises.branchOf"),
            value: branchOf ? (
              <AppLink href={`/enterprises/${branchOf.id}`}>{nameOf(locale, branchOf)}</AppLink>
            ) : null,
          },
          { label: t("enterprises.owner"), value: enterprise.owner },
          {
            label: t("enterprises.tags"),
            value:
              enterprise.tags.length > 0 ? <TagLinks tags={enterprise.tags} pathname="/enterprises" /> : null,
          },
          { label: t("enterprises.since"), value: formats.date(since) },
          {
            label: t("enterprises.endedOn"),
            value: enterprise.endedOn ? formats.date(enterprise.endedOn) : null,
          },
          { label: t("enterprises.website"), value: enterprise.website },
          { label: t("enterprises.description"), value: enterprise.description },
        ]}
      />
      <CustomFacts entries={enterprise.customFields} />
      {enterprise.contacts.length > 0 ? (
        <>
          <h2>{t("enterprises.contacts")}</h2>
          <DataTable
            label={t("enterprises.contacts")}
            rows={enterprise.contacts}
            rowKey={(contact) => `${contact.name} ${contact.email}`}
            columns={[
              { key: "name", header: t("enterprises.contactName"), cell: (contact) => contact.name },
              { key: "position", header: t("enterprises.position"), cell: (contact) => contact.position },
              { key: "phone", header: t("enterprises.phone"), cell: (contact) => contact.phone },
              { key: "email", header: t("enterprises.email"), cell: (contact) => contact.email },
            ]}
          />
        </>
      ) : null}
      <QualificationTable rows={enterprise.qualifications} />
      {enterprise.presences.length > 0 ? (
        <>
          <h2>{t("enterprises.presences")}</h2>
          <DataTable
            label={t("enterprises.presences")}
            rows={enterprise.presences}
            rowKey={(presence) => `${presence.parkId} ${presence.kind} ${presence.fromOn}`}
            columns={[
              {
                key: "park",
                header: t("enterprises.park"),
                cell: (presence) => nameOf(locale, presence.park),
                wrap: true,
              },
              {
                key: "kind",
                header: t("enterprises.kind"),
                cell: (presence) => t(presenceLabel(presence.kind)),
              },
              {
                key: "from",
                header: t("enterprises.fromOn"),
                cell: (presence) => formats.date(presence.fromOn),
              },
              { key: "to", header: t("enterprises.toOn"), cell: (presence) => formats.date(presence.toOn) },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
