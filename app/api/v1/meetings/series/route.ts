import { seriesList } from "@/app/api/v1/_routes/meetings";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(seriesList);
export const POST = serveWrite(writesById.createSeries);
