import { type AbstractIntlMessages, NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { ZONE_TIME } from "./locales";

/** What every form speaks, beside its noun's own namespace. */
const always = ["ui", "errors"];

/** Sends the browser only the namespaces that the client components inside it use. */
export async function ClientMessages(props: { namespaces?: string[]; children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  return (
    <NextIntlClientProvider
      locale={locale}
      timeZone={ZONE_TIME}
      messages={pick(messages as AbstractIntlMessages, [...always, ...(props.namespaces ?? [])])}
    >
      {props.children}
    </NextIntlClientProvider>
  );
}

function pick(messages: AbstractIntlMessages, namespaces: string[]): AbstractIntlMessages {
  const picked: AbstractIntlMessages = {};
  for (const namespace of namespaces) {
    const found = messages[namespace];
    if (found !== undefined) picked[namespace] = found;
  }
  return picked;
}
