import { returnRound } from "@/app/api/v1/_routes/returns";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(returnRound);
