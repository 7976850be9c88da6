import { rollUp } from "@/app/api/v1/_routes/meetings";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(rollUp);
