import { parseArgs } from "node:util";
import { createTokenSchema } from "@/lib/domain/tokens/schema";
import { createToken } from "@/lib/domain/tokens/service";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { closeDb } from "@/lib/platform/db/client";

/** `npm run token -- --role MANAGER --name bi`: prints a new API token alone on its last line. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { role: { type: "string" }, name: { type: "string" }, "read-only": { type: "boolean" } },
  });
  const role = values.role?.toUpperCase();
  // What the command has always made for the office brings files in; it goes on doing so unless told otherwise.
  const mayWrite = (role === "ADMIN" || role === "OFFICER") && !values["read-only"];
  const parsed = createTokenSchema.safeParse({ role, name: values.name, mayWrite });
  if (!parsed.success) {
    process.stderr.write(
      "Say which: --role ADMIN|OFFICER|MANAGER|ENTERPRISE|VIEWER --name WORD [--read-only]\n",
    );
    process.exitCode = 1;
    return;
  }
  const { token } = await createToken(systemViewer("command line"), parsed.data);
  process.stdout.write(`${token}\n`);
}

main().finally(closeDb);
