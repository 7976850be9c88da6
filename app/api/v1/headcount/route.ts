import { headcount } from "@/app/api/v1/_routes/headcount";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(headcount);
