import { actionItems } from "@/app/api/v1/_routes/action-items";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(actionItems);
export const POST = serveWrite(writesById.createActionItem);
