import { returnRound } from "@/app/api/v1/_routes/returns";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(returnRound);
export const PATCH = serveWrite(writesById.updateReturnRound);
