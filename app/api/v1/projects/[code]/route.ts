import { project } from "@/app/api/v1/_routes/projects";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(project);
export const PATCH = serveWrite(writesById.updateProject);
