import { units } from "@/app/api/v1/_routes/units";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(units);
