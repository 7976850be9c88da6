import { expect, test } from "vitest";
import { addresses, openRoutes } from "../../e2e/support/addresses";
import { filesBelow } from "./checkout";

/** `app/(office)/leases/[id]/page.tsx` answers `/leases/[id]`. */
function toRoute(file: string): string {
  const folders = file.split("/").slice(1, -1);
  return `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
}

test("the journeys of strangers try every address that the app answers, and no other", () => {
  const routes = filesBelow("app").filter((file) => /\/(page\.tsx|route\.ts)$/.test(file));
  const tried = new Set([...addresses.map(({ route }) => route), ...openRoutes]);
  expect([...tried].sort()).toEqual([...new Set(routes.map(toRoute))].sort());
});
