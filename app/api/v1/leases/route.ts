import { leases } from "@/app/api/v1/_routes/leases";
import { serve } from "@/lib/platform/api/route";

export const GET = serve(leases);
