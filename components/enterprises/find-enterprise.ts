import type { Metadata } from "next";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { finder } from "@/lib/platform/auth/finder";
import { nameOf } from "@/lib/platform/i18n/names";

/** The firm of a page, asked for by its title and its body and fetched once; out of reach is not found. */
export const findEnterprise = finder("enterprise", getEnterprise);

/** The title of every page of a firm. */
export async function titleOfEnterprise(props: { params: Promise<{ id: string }> }): Promise<Metadata> {
  const { viewer, enterprise } = await findEnterprise((await props.params).id);
  return { title: nameOf(viewer.locale, enterprise) };
}
