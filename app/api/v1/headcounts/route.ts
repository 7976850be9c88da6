import { headcounts } from "@/app/api/v1/_routes/headcounts";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(headcounts);
export const POST = serveWrite(writesById.createHeadcount);
