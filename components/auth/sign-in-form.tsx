"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import type { ActionResult } from "@/lib/platform/action/result";

const schema = z.object({ email: z.string().trim().min(1), password: z.string().min(1) });

/** Address and password. The refusal is the same whatever was wrong. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const record = useRecordForm({
    schema,
    action: async (input) => {
      const result = await enter(input);
      // A whole new page, so that nothing drawn for a stranger stays.
      if (result.ok) window.location.assign(next);
      return result;
    },
    defaultValues: { email: "", password: "" },
    savedMessage: "",
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("signIn")} noCancel>
      <FormSection>
        <Wide>
          <TextField name="email" label={t("email")} type="email" autoComplete="username" autoFocus />
        </Wide>
        <Wide>
          <TextField name="password" label={t("password")} type="password" autoComplete="current-password" />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

async function enter(input: z.input<typeof schema>): Promise<ActionResult<object>> {
  const answer = await signIn("credentials", { ...input, redirect: false });
  if (answer?.ok) return { ok: true, data: {} };
  const wait = /^wait:(\d+)$/.exec(answer?.error ?? "")?.[1];
  return wait
    ? { ok: false, code: "LIMITED", message: `auth.errors.wait?seconds=${wait}` }
    : { ok: false, code: "INVALID", message: "auth.errors.refused" };
}
