import { headcountRecord } from "@/app/api/v1/_routes/headcounts";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(headcountRecord);
export const PATCH = serveWrite(writesById.updateHeadcount);
