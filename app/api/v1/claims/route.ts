import { claims } from "@/app/api/v1/_routes/claims";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(claims);
export const POST = serveWrite(writesById.createClaim);
