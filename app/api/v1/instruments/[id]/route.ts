import { instrument } from "@/app/api/v1/_routes/instruments";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(instrument);
export const PATCH = serveWrite(writesById.updateInstrument);
