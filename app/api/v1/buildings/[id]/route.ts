import { building } from "@/app/api/v1/_routes/parks";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(building);
export const PATCH = serveWrite(writesById.updateBuilding);
