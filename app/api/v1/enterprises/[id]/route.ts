import { enterprise } from "@/app/api/v1/_routes/enterprises";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(enterprise);
export const PATCH = serveWrite(writesById.updateEnterprise);
