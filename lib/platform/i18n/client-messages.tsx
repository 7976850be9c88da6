import { type AbstractIntlMessages, NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { loadMessages } from "./load-messages";
import { ZONE_TIME } from "./locales";
import { currentLocale } from "./request-locale";

/** What every form speaks, beside its noun's own namespace. */
const always = ["ui", "errors"];

/** Sends the browser only the namespaces that the client components inside it use. */
export async function ClientMessages(props: { namespaces?: string[]; children: ReactNode }) {
  const locale = await currentLocale();
  const messages = await loadMessages(locale);
  return (
    <NextIntlClientProvider
      locale={locale}
      timeZone={ZONE_TIME}
      messages={pick(messages, [...always, ...(props.namespaces ?? [])])}
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
