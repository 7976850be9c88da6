import { Button } from "@/components/ui/button";
import type { ImportDto } from "@/lib/domain/imports/dto";
import { nameMatches } from "@/lib/domain/imports/schema";
import { columnsOf, type Field, findField, recogniseHeader } from "@/lib/imports/fields";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { nameOfField } from "./field-name";
import styles from "./imports.module.css";

const matchKeys = { ask: "nameMatchAsk", same: "nameMatchSame", new: "nameMatchNew" } as const;

/** How each column is read; a change is checked again, and remembered for files with the same header. */
export async function ImportColumns({ file, own }: { file: ImportDto; own: Field[] }) {
  const [t, locale] = await Promise.all([getTranslations("imports"), currentLocale()]);
  const fields = columnsOf(file.kind, own);
  const fieldAt = new Map(Object.entries(file.mapping).map(([field, column]) => [column, field]));
  const missing = fields.filter((field) => field.needed && file.mapping[field.name] === undefined);
  const elsewhere = file.headers.filter((header, column) => {
    const name = fieldAt.has(column) ? null : recogniseHeader(file.kind, header, own);
    return name !== null && findField(file.kind, name, own)?.elsewhere;
  });
  const nameOf = (field: (typeof fields)[number]) => nameOfField(file.kind, field.name, locale, own);
  return (
    <details open={missing.length > 0 || elsewhere.length > 0}>
      <summary>{t("columns")}</summary>
      <form action={`/imports/${file.id}/check`} method="post" className={styles.form}>
        <p className={styles.help}>{t("columnsHelp")}</p>
        {missing.length > 0 ? (
          <p role="alert">{t("missing", { fields: missing.map(nameOf).join(", ") })}</p>
        ) : null}
        {elsewhere.length > 0 ? (
          <p role="status">{t("elsewhere", { fields: elsewhere.join(", ") })}</p>
        ) : null}
        <input type="hidden" name="version" value={file.version} />
        <div className={styles.columns}>
          {file.headers.map((header, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, and two may have one header
            <label key={column}>
              {header || t("columnOf", { column: column + 1, header: "" })}
              <select name={`column.${column}`} defaultValue={fieldAt.get(column) ?? ""}>
                <option value="">{t("ignore")}</option>
                {fields.map((field) => (
                  <option key={field.name} value={field.name}>
                    {nameOf(field)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <label>
          {t("nameMatch")}
          <select name="nameMatch" defaultValue={file.nameMatch}>
            {nameMatches.map((match) => (
              <option key={match} value={match}>
                {t(matchKeys[match])}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">{t("checkAgain")}</Button>
      </form>
    </details>
  );
}
