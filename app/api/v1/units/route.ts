import { units } from "@/app/api/v1/_routes/units";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(units);
export const POST = serveWrite(writesById.createUnit);
