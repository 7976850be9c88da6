import { writesById } from "@/app/api/v1/_routes/writes";
import { zone } from "@/app/api/v1/_routes/zone";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(zone);
export const PATCH = serveWrite(writesById.updateZone);
