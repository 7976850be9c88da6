"use client";

import { useEffect, useState } from "react";
import { PageNotice } from "@/components/ui/page-notice";

/** The catalogue may be what failed, so these few words stand in the file. */
const words = {
  en: {
    title: "This page could not be shown",
    text: "Something went wrong on our side. Nothing was changed.",
    retry: "Try again",
    home: "Go to the home page",
    number: "Quote this number if you report it:",
  },
  zh: {
    title: "页面无法显示",
    text: "系统出现问题，数据未作任何改动。",
    retry: "重试",
    home: "返回首页",
    number: "如需报告，请提供编号：",
  },
};

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  const [language, setLanguage] = useState<"en" | "zh">("en");
  useEffect(() => setLanguage(document.documentElement.lang.startsWith("zh") ? "zh" : "en"), []);
  const say = words[language];
  return (
    <PageNotice title={say.title} text={say.text} home={{ href: "/", label: say.home }}>
      {props.error.digest ? (
        <p>
          {say.number} <code>{props.error.digest}</code>
        </p>
      ) : null}
      <button type="button" onClick={props.reset}>
        {say.retry}
      </button>
    </PageNotice>
  );
}
