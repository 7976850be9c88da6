import { toSearchGroups } from "@/lib/domain/search/dto";
import { searchRecords } from "@/lib/domain/search/queries";
import { searchPlaces } from "@/lib/domain/search/queries-places";
import { answerProblems } from "@/lib/platform/api/route";
import { currentViewer } from "@/lib/platform/auth/session";
import { signedOut } from "@/lib/platform/errors/app-error";

const SHOWN = 5;

/** What the search box offers while somebody types. A route and not an action: actions wait for one another. */
export function GET(request: Request): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await currentViewer();
    if (!viewer) throw signedOut();
    const typed = new URL(request.url).searchParams.get("q") ?? "";
    const [places, hits] = await Promise.all([
      searchPlaces(viewer, typed, 3),
      searchRecords(viewer, typed, SHOWN),
    ]);
    return Response.json(
      { groups: toSearchGroups(viewer.locale, places, hits) },
      { headers: { "cache-control": "no-store" } },
    );
  });
}
