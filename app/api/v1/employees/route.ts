import { employees } from "@/app/api/v1/_routes/employees";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(employees);
export const POST = serveWrite(writesById.createEmployee);
