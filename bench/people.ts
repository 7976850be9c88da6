import { createToken } from "@/lib/domain/tokens/service";
import { claimSetupLink, createSetupLink, createUser } from "@/lib/domain/users/service";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { closeDb } from "@/lib/platform/db/client";

/** Somebody to measure as: prints an administrator's address, password and API token as JSON. */
async function main(): Promise<void> {
  const system = systemViewer("bench");
  const email = "bench@localhost.localdomain";
  const password = crypto.randomUUID();
  const { id } = await createUser(system, {
    role: "ADMIN",
    email,
    name: "Bench",
    locale: "en",
    allParks: true,
    parkIds: [],
    enterpriseIds: [],
  });
  const { path } = await createSetupLink(system, { id });
  await claimSetupLink({ token: path.split("token=")[1] ?? "", password });
  const { token } = await createToken(system, { role: "ADMIN", name: "bench" });
  process.stdout.write(`\n${JSON.stringify({ email, password, token })}\n`);
}

main().finally(closeDb);
