import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { followSystemScheme } from "@/components/layout/follow-system-scheme";
import { RefusalProvider } from "@/components/layout/refusal";
import { refusalWords } from "@/components/layout/refusal-words";
import { DENSITY_COOKIE, htmlLang, isScheme, SCHEME_COOKIE } from "@/lib/platform/i18n/locales";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("tagline"),
    // Every page is somebody's own; none belongs in an index.
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#151413" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, head] = await Promise.all([currentLocale(), cookies(), headers()]);
  const words = await refusalWords();
  const chosen = jar.get(SCHEME_COOKIE)?.value;
  const scheme = isScheme(chosen) && chosen !== "system" ? chosen : undefined;
  return (
    <html
      lang={htmlLang[locale]}
      data-mantine-color-scheme={scheme}
      data-density={jar.get(DENSITY_COOKIE)?.value === "compact" ? "compact" : undefined}
      suppressHydrationWarning
    >
      <body>
        {/* Drawn while its rows still come in, a table would move with each of them; a page comes whole. */}
        <link rel="expect" href="#whole" blocking="render" />
        {scheme ? null : (
          <script
            nonce={head.get("x-nonce") ?? undefined}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; it must run before the first paint
            dangerouslySetInnerHTML={{ __html: followSystemScheme }}
          />
        )}
        <RefusalProvider words={words}>{children}</RefusalProvider>
        <span id="whole" hidden />
      </body>
    </html>
  );
}
