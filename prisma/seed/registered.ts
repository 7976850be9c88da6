import { createEnterpriseSchema } from "@/lib/domain/enterprises/schema";
import { createEnterprise } from "@/lib/domain/enterprises/service";
import { FIRMS } from "./firms";
import { inventFirm } from "./names";
import { createRandom } from "./random";
import { loader, say, together } from "./write";

/** Where and from when to when; all but the last on the report day. */
const registrations = [
  { park: "ICD", fromOn: "2020-03-16" },
  { park: "ICD", fromOn: "2021-01-11" },
  { park: "ICD", fromOn: "2022-05-09", toOn: "2024-02-29" },
  { park: "KTW", fromOn: "2021-11-22" },
  { park: "KTW", fromOn: "2022-03-07" },
  { park: "KTW", fromOn: "2022-08-15", toOn: "2023-08-14" },
  { park: "KTW", fromOn: "2023-04-03" },
];

/**
 * Firms with their address in a park and nobody there, which reports count apart from the firms of the zone. Drawn by
 * lots of their own, so that nothing else in the sample hangs on how many they are.
 */
export async function loadRegisteredOnly(parks: Map<string, string>): Promise<void> {
  const random = createRandom(20220301);
  await together("enterprises.create", async (within) => {
    for (const [i, { park, ...period }] of registrations.entries()) {
      const input = createEnterpriseSchema.parse({
        ...inventFirm(FIRMS + i, random),
        stage: "SIGNED",
        description: "示例数据，虚构企业。Sample data: this firm is made up.",
        presences: [{ parkId: parks.get(park), kind: "REGISTERED", ...period }],
      });
      await createEnterprise(loader, input, within);
    }
  });
  say(`  ${registrations.length} more that are only registered here`);
}
