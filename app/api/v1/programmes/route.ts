import { programmes } from "@/app/api/v1/_routes/programmes";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(programmes);
export const POST = serveWrite(writesById.createProgramme);
