import { employee } from "@/app/api/v1/_routes/employees";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(employee);
export const PATCH = serveWrite(writesById.updateEmployee);
