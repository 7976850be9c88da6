import type { SpaceLease } from "@/lib/domain/leases/queries-space";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { inGroups } from "./in-groups";
import styles from "./portal.module.css";
import { PortalCard } from "./portal-page";

type Unit = SpaceLease["units"][number] & { coming: boolean };

/** Where a firm sits, building by building, the top floor first; what begins later is dashed. */
export async function SpacePlan({ leases }: { leases: SpaceLease[] }) {
  const [t, locale, formats] = await Promise.all([
    getTranslations("change-requests.portal"),
    currentLocale(),
    getFormats(),
  ]);
  const units = leases.flatMap((lease) =>
    lease.units.map((unit): Unit => ({ ...unit, coming: !lease.runs })),
  );
  const buildings = inGroups(units, ({ building }) => building.id);
  return [...buildings].map(([id, own]) => {
    const [first] = own;
    const floors = inGroups(
      own.toSorted((a, b) => Number(b.floor.position) - Number(a.floor.position)),
      ({ floor }) => floor.label,
    );
    const title = t("plan", { building: first ? nameOf(locale, first.building) : "" });
    return (
      <PortalCard key={id} title={title}>
        <div className={styles.plan}>
          {[...floors].map(([label, there]) => (
            <div key={label} className={styles.floor}>
              <span className={styles.class}>{t("floor", { floor: label })}</span>
              <div className={styles.blocks}>
                {there.map(({ code, area, coming, lineFrom }) => (
                  <span
                    key={`${code} ${lineFrom} ${coming}`}
                    className={styles.block}
                    data-coming={coming || undefined}
                    style={{ flexGrow: Number(area) }}
                  >
                    {code}
                    <br />
                    {t("area", { area: formats.area(area) })}
                  </span>
                ))}
              </div>
            </div>
          ))}
        </div>
      </PortalCard>
    );
  });
}
