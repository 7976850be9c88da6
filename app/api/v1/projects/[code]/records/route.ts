import { projectRecords } from "@/app/api/v1/_routes/project-records";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(projectRecords);
