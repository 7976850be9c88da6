import { createToken } from "@/lib/domain/tokens/service";
import { createUser } from "@/lib/domain/users/service";
import { claimSetupLink, createSetupLink } from "@/lib/domain/users/service-links";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { closeDb } from "@/lib/platform/db/client";

const system = systemViewer("bench");

/** A person who may sign in. */
async function makePerson(role: "ADMIN" | "MANAGER") {
  const email = `bench-${role.toLowerCase()}@localhost.localdomain`;
  const password = crypto.randomUUID();
  const { id } = await createUser(system, {
    role,
    email,
    name: "Bench",
    locale: "en",
    allParks: true,
    parkIds: [],
    enterpriseIds: [],
  });
  const { path } = await createSetupLink(system, { id });
  await claimSetupLink({ token: path.split("token=")[1] ?? "", password });
  return { email, password };
}

/** Somebody to measure as: prints an administrator's and a manager's sign-in, and an API token, as JSON. */
async function main(): Promise<void> {
  const [admin, manager] = [await makePerson("ADMIN"), await makePerson("MANAGER")];
  const { token } = await createToken(system, { role: "ADMIN", mayWrite: true, name: "bench" });
  process.stdout.write(`\n${JSON.stringify({ admin, manager, token })}\n`);
}

main().finally(closeDb);
