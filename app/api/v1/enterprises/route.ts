import { enterprises } from "@/app/api/v1/_routes/enterprises";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(enterprises);
