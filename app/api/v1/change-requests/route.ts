import { changeRequests } from "@/app/api/v1/_routes/change-requests";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(changeRequests);
