import { park } from "@/app/api/v1/_routes/parks";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(park);
