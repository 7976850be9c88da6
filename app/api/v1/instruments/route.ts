import { instruments } from "@/app/api/v1/_routes/instruments";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(instruments);
export const POST = serveWrite(writesById.createInstrument);
