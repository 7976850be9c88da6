import { type FieldErrors, type FieldValues, type Resolver, set } from "react-hook-form";
import type { z } from "zod";

/**
 * The schema judges; the form keeps what was typed, since the action's own schema reads it again. The
 * ready-made resolver's types cannot follow a schema that is a parameter.
 */
export function schemaResolver(schema: z.ZodType): Resolver<FieldValues> {
  return async (values) => {
    const parsed = await schema.safeParseAsync(values);
    if (parsed.success) return { values, errors: {} };
    const errors: FieldErrors = {};
    const seen = new Set<string>();
    for (const issue of parsed.error.issues) {
      const path = issue.path.join(".") || "root";
      if (seen.has(path)) continue;
      seen.add(path);
      set(errors, path, { type: issue.code ?? "custom", message: issue.message });
    }
    return { values: {}, errors };
  };
}
