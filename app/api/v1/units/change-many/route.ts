import { manyById, serveMany } from "@/app/api/v1/_routes/change-many";

export const POST = serveMany(manyById.changeUnits);
