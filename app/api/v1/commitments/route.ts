import { commitments } from "@/app/api/v1/_routes/commitments";
import { writesById } from "@/app/api/v1/_routes/writes";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";

export const GET = serve(commitments);
export const POST = serveWrite(writesById.createCommitment);
