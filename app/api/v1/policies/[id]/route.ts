import { policy } from "@/app/api/v1/_routes/policies";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(policy);
export const PATCH = serveWrite(writesById.updatePolicy);
