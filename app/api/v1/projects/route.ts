import { projects } from "@/app/api/v1/_routes/projects";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(projects);
