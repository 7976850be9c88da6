import { passwordSchema } from "@/lib/domain/users/schema";
import { createUser } from "@/lib/domain/users/service";
import { claimSetupLink, createSetupLink } from "@/lib/domain/users/service-links";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { closeDb, db } from "@/lib/platform/db/client";

/** The first administrator of one's own zone: from ADMIN_EMAIL and ADMIN_PASSWORD, else by a one-time link. */
async function main(): Promise<void> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD, APP_URL = "" } = process.env;
  const viewer = systemViewer("first start");
  const active = await db.user.count({ where: { role: "ADMIN", status: "ACTIVE" } });
  if (active > 0) return;
  if (ADMIN_PASSWORD && !passwordSchema.safeParse(ADMIN_PASSWORD).success) {
    throw new Error("ADMIN_PASSWORD must have 12 characters or more.");
  }
  const email = (ADMIN_EMAIL ?? "admin@localhost.localdomain").trim().toLowerCase();
  const standing = await db.user.findUnique({ where: { email }, select: { id: true } });
  const { id } =
    standing ??
    (await createUser(viewer, {
      name: "Administrator",
      email,
      role: "ADMIN",
      locale: "en",
      allParks: true,
      parkIds: [],
      enterpriseIds: [],
    }));
  const { path } = await createSetupLink(viewer, { id });
  if (ADMIN_PASSWORD) {
    await claimSetupLink({ token: path.split("token=")[1] ?? "", password: ADMIN_PASSWORD });
    process.stdout.write(`The first administrator is ${email}.\n`);
  } else {
    process.stdout.write(
      `Set the first administrator's password (${email}), once, within 72 hours:\n${APP_URL}${path}\n`,
    );
  }
}

main()
  .catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  })
  .finally(closeDb);
