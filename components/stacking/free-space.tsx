import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { GetForm } from "@/components/ui/get-form";
import type { FreeSpaceParams } from "@/lib/domain/buildings/schema";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { CarriedDay } from "./carried-day";
import styles from "./stacking.module.css";

export type FoundRun = { floor: string; first: string; last: string; area: string; key: string };

/** "1,500 m² side by side, free from 1 March": the question in the address, the answer in words. */
export async function FreeSpace(props: {
  buildingId: string;
  params: FreeSpaceParams;
  runs: FoundRun[] | null;
}) {
  const [t, formats] = await Promise.all([getTranslations("buildings.plan"), getFormats()]);
  const { area, freeFrom } = props.params;
  const asked = { day: formats.longDate(freeFrom), area: formats.number(area) };
  const href = `/buildings/${props.buildingId}`;
  return (
    <div className={`${styles.search} no-print`}>
      <GetForm label={t("search")} action={href} stays className={styles.form}>
        <label>
          <span>{t("atLeast")}</span>
          <input name="area" inputMode="decimal" defaultValue={area} autoComplete="off" />
        </label>
        <label>
          <span>{t("freeFrom")}</span>
          <input name="freeFrom" type="date" defaultValue={freeFrom} />
        </label>
        <CarriedDay />
        <Button type="submit">{t("find")}</Button>
        {props.runs ? <AppLink href={href}>{t("clear")}</AppLink> : null}
      </GetForm>
      {props.runs ? (
        <div role="status">
          <p>{props.runs.length > 0 ? t("found", asked) : t("notFound", asked)}</p>
          <ul className={styles.runs}>
            {props.runs.map((run) => (
              <li key={run.key}>
                {t("run", {
                  floor: run.floor,
                  units:
                    run.first === run.last ? run.first : t("range", { first: run.first, last: run.last }),
                  area: formats.area(run.area),
                })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
