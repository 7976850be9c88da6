import { rates } from "@/app/api/v1/_routes/rates";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(rates);
export const POST = serveWrite(writesById.createRate);
