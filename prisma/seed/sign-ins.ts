import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { claimFirmSchema } from "@/lib/domain/memberships/schema";
import { claimFirm } from "@/lib/domain/memberships/service-requests";
import { createUser } from "@/lib/domain/users/service";
import { claimSetupLink, createSetupLink } from "@/lib/domain/users/service-links";
import { loadViewer } from "@/lib/platform/auth/load";
import { db } from "@/lib/platform/db/client";
import type { Role } from "@/lib/platform/db/generated/enums";
import type { Firm } from "./firms";
import { loader } from "./write";

const people: [Role, string, string, "en" | "zh"][] = [
  ["ADMIN", "admin@sample.example", "Ada Min (sample)", "en"],
  ["OFFICER", "officer@sample.example", "Ou Wei (sample)", "en"],
  ["MANAGER", "manager@sample.example", "Ma Jing (sample)", "en"],
  ["ENTERPRISE", "enterprise@sample.example", "Qi Ye (sample)", "zh"],
  ["VIEWER", "viewer@sample.example", "Vi Wu (sample)", "en"],
];

/** One person a role, with a password made now; written where the start shows them, readable by its owner alone. */
export async function loadSignIns(firms: Firm[], file: string | undefined) {
  const ids = new Map<Role, string>();
  const lines: string[] = [];
  for (const [role, email, name, locale] of people) {
    const enterpriseIds = role === "ENTERPRISE" ? [firms[1]?.id ?? ""] : [];
    const { id } = await createUser(loader, {
      role,
      email,
      name,
      locale,
      allParks: true,
      parkIds: [],
      enterpriseIds,
    });
    ids.set(role, id);
    const { path } = await createSetupLink(loader, { id });
    const password = randomBytes(12).toString("base64url");
    await claimSetupLink({ token: path.split("token=")[1] ?? "", password });
    lines.push(`${role} ${email} ${password}`);
  }
  await askForAnother(ids.get("ENTERPRISE") ?? "", firms[2]?.id ?? "");
  if (file) writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return ids;
}

/** The firm's person says that they act for another firm too: what waits for the office's word. */
async function askForAnother(userId: string, enterpriseId: string) {
  const viewer = await loadViewer(userId, "FORM");
  const number = await db.enterpriseIdentifier.findFirst({
    where: { enterpriseId, former: false },
    select: { type: true, value: true },
  });
  if (!viewer || !number) return;
  const claim = {
    identifierType: number.type,
    identifierValue: number.value,
    message: "我也负责这家企业的报表",
  };
  await claimFirm(viewer, claimFirmSchema.parse(claim));
}
