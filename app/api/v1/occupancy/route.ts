import { occupancy } from "@/app/api/v1/_routes/occupancy";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(occupancy);
