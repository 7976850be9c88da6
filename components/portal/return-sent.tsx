import { getTranslations } from "next-intl/server";
import { ReturnAnswers } from "./return-answers";
import type { Fillable } from "./return-fill";

/** What was said, once it is with the office: to be read and printed. */
export async function ReturnSent({ of }: { of: Fillable }) {
  const t = await getTranslations("returns.fill");
  return (
    <>
      {of.comment ? <p>{of.comment}</p> : null}
      <h2>{t("whatWeSaid")}</h2>
      <ReturnAnswers of={of} />
    </>
  );
}
