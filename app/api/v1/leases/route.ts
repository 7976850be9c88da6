import { leases } from "@/app/api/v1/_routes/leases";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(leases);
export const POST = serveWrite(writesById.createLease);
