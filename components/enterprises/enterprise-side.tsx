import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import type { getEnterprise } from "@/lib/domain/enterprises/queries";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { EnterpriseHeader } from "./enterprise-header";

/** One side of a firm: its head, the verb that adds to a list, the list, and its pages. */
export function EnterpriseSide(props: {
  enterprise: NonNullable<Awaited<ReturnType<typeof getEnterprise>>>;
  side: string;
  /** For whoever may. */
  add?: { href: string; label: string; may: boolean };
  list: { page: number; pageSize: number; total: number; searchParams: SearchParams; exportAt?: string };
  children: ReactNode;
}) {
  const { enterprise, side, add, list } = props;
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side={side} />
      {add?.may ? (
        <p>
          <ButtonLink href={add.href}>{add.label}</ButtonLink>
        </p>
      ) : null}
      {props.children}
      <Pager
        {...list}
        exportWith={{ enterprise: enterprise.id, park: null }}
        pathname={`/enterprises/${enterprise.id}${side}`}
      />
    </>
  );
}
