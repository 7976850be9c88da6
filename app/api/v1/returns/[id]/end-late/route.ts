import { writesById } from "@/app/api/v1/_routes/writes";
import { serveWrite } from "@/lib/platform/api/write";

export const POST = serveWrite(writesById.endLateReturn);
