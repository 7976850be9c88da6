import { listSystemOptions } from "@/lib/domain/policies/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { PolicyForm } from "./policy-form";
import type { Policy } from "./policy-header";

/** The form with what it offers to choose from. */
export async function PolicyFormPage(props: { viewer: Viewer; policy?: Policy; systemId?: string }) {
  const { viewer, policy } = props;
  const { locale } = viewer;
  const systems = (await listSystemOptions(viewer)).filter(({ id }) => id !== policy?.id);
  const { institute, agreements = [], programmes = [] } = policy ?? {};
  const names = Object.fromEntries([
    ...agreements.map(({ agreement }) => [agreement.id, titleOf(locale, agreement)]),
    ...programmes.map(({ programme }) => [programme.id, nameOf(locale, programme)]),
    ...(institute ? [[institute.id, nameOf(locale, institute)]] : []),
  ]) as Record<string, string>;
  return (
    <ClientMessages namespaces={["policies"]}>
      <PolicyForm
        policy={policy}
        names={names}
        systems={systems.map((system) => ({ value: system.id, label: titleOf(locale, system) }))}
        systemId={systems.some(({ id }) => id === props.systemId) ? (props.systemId ?? "") : ""}
      />
    </ClientMessages>
  );
}
