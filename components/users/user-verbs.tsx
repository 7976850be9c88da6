"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { sendSetupLinkAction, suspendUserAction } from "@/lib/domain/users/actions";
import type { ActionResult } from "@/lib/platform/action/result";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Suspends or restores a person, and mails the link by which they set a password, or makes it to be handed over. */
export function UserVerbs(props: {
  id: string;
  name: string;
  suspended: boolean;
  link: "link" | "sendLink" | "sendLinkAgain";
}) {
  const t = useTranslations("users");
  const all = useTranslations();
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function run<T>(action: Promise<ActionResult<T>>, done: (data: T) => void) {
    setError(null);
    const result = await action;
    if (result.ok) done(result.data);
    else setError(translateMessage(all, result.message));
  }

  const suspend = () =>
    run(suspendUserAction({ id: props.id, suspended: !props.suspended }), () => {
      showToast({ message: t(props.suspended ? "restored" : "suspended", { name: props.name }) });
      router.refresh();
    });
  const makeLink = () =>
    run(sendSetupLinkAction({ id: props.id }), ({ path, email }) => {
      setLink(path && window.location.origin + path);
      if (!path) showToast({ message: t("linkMailed", { email }) });
      router.refresh();
    });

  return (
    <div>
      {error ? (
        <Banner tone="bad" role="alert">
          {error}
        </Banner>
      ) : null}
      <p style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
        {props.suspended ? null : <LiveButton onClick={makeLink}>{t(props.link)}</LiveButton>}
        <LiveButton look={props.suspended ? "plain" : "danger"} onClick={suspend}>
          {t(props.suspended ? "restore" : "suspend")}
        </LiveButton>
      </p>
      {link ? (
        <Banner title={t("linkMade")} role="status">
          <p>
            <code style={{ overflowWrap: "anywhere" }}>{link}</code>
          </p>
          <p>{t("linkHelp")}</p>
        </Banner>
      ) : null}
    </div>
  );
}
