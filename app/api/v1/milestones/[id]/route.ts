import { milestone } from "@/app/api/v1/_routes/milestones";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(milestone);
export const PATCH = serveWrite(writesById.updateMilestone);
