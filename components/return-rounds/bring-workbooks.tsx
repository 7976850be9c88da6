"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import styles from "@/components/ui/data-table.module.css";
import { TableRegion } from "@/components/ui/table-region";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ToldOutcomes } from "@/lib/imports/round-workbooks";

type Told = ToldOutcomes["files"][number];
type State = { files?: Told[]; problem?: string; reading?: boolean };

/** Brings workbooks in that came back, many at once, and says what became of each. */
export function BringWorkbooks({ action }: { action: string }) {
  const t = useTranslations("return-rounds");
  const [locale, router, ready] = [useLocale(), useRouter(), useHydrated()];
  const [state, setState] = useState<State>({});

  async function bring(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.reading) return;
    const form = new FormData(event.currentTarget);
    const chosen = form.getAll("file").filter((one) => one instanceof File && one.size > 0);
    if (chosen.length === 0) return setState({ problem: t("workbooksChoose") });
    setState({ reading: true });
    setState(await send(action, form, locale, t("workbooksFailed")));
    // The list and the figures above say the new states.
    router.refresh();
  }

  return (
    <>
      <form onSubmit={bring}>
        <p>
          <label>
            {t("workbooksFiles")} <input type="file" name="file" multiple accept=".xlsx,.csv,.zip" required />
          </label>
        </p>
        <p>
          <label>
            <input type="checkbox" name="send" value="true" /> {t("workbooksSend")}
          </label>{" "}
          {t("workbooksSendHelp")}
        </p>
        <Button type="submit" disabled={!ready} aria-disabled={state.reading}>
          {state.reading ? t("workbooksReading") : t("workbooksBring")}
        </Button>
      </form>
      {state.problem ? (
        <Banner tone="bad" role="alert">
          {state.problem}
        </Banner>
      ) : null}
      {state.files ? <Outcomes files={state.files} /> : null}
    </>
  );
}

function Outcomes({ files }: { files: Told[] }) {
  const t = useTranslations("return-rounds");
  const count = (outcome: Told["outcome"]) => files.filter((file) => file.outcome === outcome).length;
  const said = t("workbooksSaid", {
    ...{ sent: count("SENT"), draft: count("DRAFT") },
    ...{ unchanged: count("UNCHANGED"), refused: count("REFUSED") },
  });
  const why = ({ message, notSent }: Told) =>
    message ??
    (notSent.length === 0
      ? ""
      : t("notSentSaid", {
          problems: notSent
            .map(({ question, message: of }) => t("notSentOne", { question, message: of }))
            .join(" "),
        }));
  const toFirm = ({ firm, returnId }: Told) =>
    firm && returnId ? <AppLink href={`/returns/${returnId}`}>{firm}</AppLink> : "";
  return (
    <>
      <Banner tone={count("REFUSED") > 0 ? "warn" : "good"} role="status">
        {said}
      </Banner>
      <TableRegion className={styles.region} label={t("workbooksDone")} opens={false}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[t("workbooksFile"), t("firms"), t("workbooksOutcome"), t("workbooksWhy")].map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {files.map((told, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none moves
              <tr key={n}>
                <th scope="row" data-wrap="true">
                  {told.file}
                </th>
                <td>{toFirm(told)}</td>
                <td>{t(`outcome.${told.outcome}`)}</td>
                <td data-wrap="true">{why(told)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

/** What is told of a refusal of the whole is the server's own sentence. */
async function send(action: string, form: FormData, locale: string, failed: string): Promise<State> {
  try {
    const answer = await fetch(action, {
      method: "POST",
      body: form,
      headers: { "accept-language": locale },
    });
    const body: ToldOutcomes & { title?: string; detail?: string } = await answer.json();
    return answer.ok ? { files: body.files } : { problem: body.detail ?? body.title ?? failed };
  } catch {
    return { problem: failed };
  }
}
