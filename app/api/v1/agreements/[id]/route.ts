import { agreement } from "@/app/api/v1/_routes/agreements";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(agreement);
export const PATCH = serveWrite(writesById.updateAgreement);
