import { parseArgs } from "node:util";
import { createTokenSchema } from "@/lib/domain/tokens/schema";
import { createToken } from "@/lib/domain/tokens/service";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { closeDb } from "@/lib/platform/db/client";

/** `npm run token -- --role MANAGER --name bi`: prints a new API token alone on its last line. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { role: { type: "string" }, name: { type: "string" } } });
  const parsed = createTokenSchema.safeParse({ role: values.role?.toUpperCase(), name: values.name });
  if (!parsed.success) {
    process.stderr.write("Say which: --role ADMIN|OFFICER|MANAGER|ENTERPRISE|VIEWER --name WORD\n");
    process.exitCode = 1;
    return;
  }
  const { token } = await createToken(systemViewer("command line"), parsed.data);
  process.stdout.write(`${token}\n`);
}

main().finally(closeDb);
