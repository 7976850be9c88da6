import { z } from "zod";
import { text, tick } from "@/lib/platform/values/text";
import { roles } from "../users/schema";

export const createTokenSchema = z.object({
  name: text(80),
  role: z.enum(roles),
  userId: z.uuid().optional(),
  mayWrite: tick(),
});
export const revokeTokenSchema = z.object({ id: z.uuid() });

export type CreateTokenInput = z.output<typeof createTokenSchema>;
export type RevokeTokenInput = z.output<typeof revokeTokenSchema>;
