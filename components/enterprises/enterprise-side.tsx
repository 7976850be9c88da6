import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import type { getEnterprise } from "@/lib/domain/enterprises/queries";
import { EnterpriseHeader } from "./enterprise-header";

/** One side of a firm: its head, the verb that adds to a list, and the list. */
export function EnterpriseSide(props: {
  enterprise: NonNullable<Awaited<ReturnType<typeof getEnterprise>>>;
  side: string;
  /** For whoever may. */
  add?: { href: string; label: string; may: boolean };
  /** Another way to the same, beside it. */
  beside?: ReactNode;
  children: ReactNode;
}) {
  const { enterprise, side, add } = props;
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side={side} />
      {add?.may ? (
        <p>
          <ButtonLink href={add.href}>{add.label}</ButtonLink> {props.beside}
        </p>
      ) : null}
      {props.children}
    </>
  );
}
