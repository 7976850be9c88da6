"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** Says that the file is being read once its form has been sent: a large one takes a few seconds. */
export function UploadButton() {
  const t = useTranslations("imports");
  const button = useRef<HTMLButtonElement>(null);
  const [sent, setSent] = useState(false);

  useEffect(() => {
    const form = button.current?.form;
    const send = () => setSent(true);
    // Coming back with the browser's own button finds the page as it was left.
    const back = () => setSent(false);
    form?.addEventListener("submit", send);
    window.addEventListener("pageshow", back);
    return () => {
      form?.removeEventListener("submit", send);
      window.removeEventListener("pageshow", back);
    };
  }, []);

  return (
    <Button ref={button} look="primary" type="submit" aria-disabled={sent}>
      {sent ? t("checking") : t("check")}
    </Button>
  );
}
