import type { Metadata } from "next";
import { routes } from "@/app/api/v1/_routes/table";
import { writes } from "@/app/api/v1/_routes/writes";
import { listParameters, toBodySchema } from "@/lib/platform/api/openapi";
import { toSchema } from "@/lib/platform/api/schema-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./docs.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("docs.title") };
}

type Schema = { type?: unknown; enum?: unknown[]; properties?: Record<string, Schema>; items?: Schema };

/** The API for readers: the same table that serves it and that the OpenAPI document is made of. */
export default async function ApiDocsPage() {
  const t = await getTranslations("api");
  const root = await getTranslations();
  return (
    <main className={styles.page}>
      <h1>{t("docs.title")}</h1>
      <p>{t("docs.intro")}</p>
      <h2>{t("docs.access")}</h2>
      <p>{t("docs.accessText")}</p>
      <p>{t("docs.errorsText")}</p>
      <h2>{t("docs.lists")}</h2>
      <p>{t("docs.listsText")}</p>
      <p>
        <a href="#writes">{t("docs.writes")}</a>
      </p>
      <p>
        <a href="/api/v1/openapi.json">{t("docs.machine")}</a>
      </p>
      {routes.map((route) => {
        const parameters = [
          ...listParameters(route.params, "path", root),
          ...listParameters(route.query, "query", root),
        ];
        return (
          <section key={route.id} aria-labelledby={route.id}>
            <h2 id={route.id}>
              <code>GET /api/v1{route.path}</code>
            </h2>
            <p>{t(`routes.${route.id}`)}</p>
            {parameters.length > 0 ? (
              <table>
                <caption>{t("docs.parameters")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("docs.name")}</th>
                    <th scope="col">{t("docs.meaning")}</th>
                    <th scope="col">{t("docs.values")}</th>
                  </tr>
                </thead>
                <tbody>
                  {parameters.map((parameter) => (
                    <tr key={parameter.name}>
                      <th scope="row">
                        <code>{parameter.name}</code>
                        {parameter.required ? ` (${t("docs.required")})` : null}
                      </th>
                      <td>{parameter.description}</td>
                      <td>
                        <code>{valuesOf(parameter.schema)}</code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : (
              <p>{t("docs.none")}</p>
            )}
            <details>
              <summary>{t("docs.answerShape")}</summary>
              <pre>{outline(toSchema(route.answer, "output"))}</pre>
            </details>
          </section>
        );
      })}
      <h2 id="writes">{t("docs.writes")}</h2>
      <p>{t("docs.writesText")}</p>
      {writes.map((write) => (
        <section key={write.id} aria-labelledby={write.id}>
          <h2 id={write.id}>
            <code>
              {write.method} /api/v1{write.path}
            </code>
          </h2>
          <p>{t(`routes.${write.id as "createLease"}`)}</p>
          <details>
            <summary>{t("docs.body")}</summary>
            <pre>{outline(toBodySchema(write))}</pre>
          </details>
        </section>
      ))}
    </main>
  );
}

function valuesOf(schema: Schema & { format?: unknown; maximum?: unknown }): string {
  if (schema.enum) return schema.enum.join(" | ");
  return [schema.format ?? schema.type, schema.maximum ? `≤ ${schema.maximum}` : ""]
    .filter(Boolean)
    .join(" ");
}

/** The names of an answer's fields, indented as they nest. */
function outline(schema: Schema, depth = 0): string {
  const inner = schema.items ?? schema;
  return Object.entries(inner.properties ?? {})
    .map(([name, field]) => {
      const below = outline(field, depth + 1);
      return `${"  ".repeat(depth)}${name}${field.items ? "[]" : ""}${below ? `\n${below}` : ""}`;
    })
    .join("\n");
}
