import { employeeList } from "@/lib/reports/lists/employees";
import { serveList } from "@/lib/reports/lists/serve";

/** The roster as a workbook or CSV, without names. */
export const GET = serveList(employeeList);
