import { namedEmployeeList } from "@/lib/reports/lists/employees";
import { serveList } from "@/lib/reports/lists/serve";

/** A firm's roster with names, once they are opened; each file is a line in the log. */
export const GET = serveList(namedEmployeeList);
