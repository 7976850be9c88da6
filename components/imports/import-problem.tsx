import { Banner } from "@/components/ui/banner";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

/** Why the last form was refused, as it came back in the address. Only a message of ours is said. */
export async function ImportProblem({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations();
  const { problem } = firstValues(searchParams);
  if (!problem) return null;
  return (
    <Banner tone="bad" role="alert">
      {translateMessage(t, problem)}
    </Banner>
  );
}
