import type { Metadata } from "next";
import { notFound } from "next/navigation";
import styles from "@/components/mails/mail.module.css";
import { RetryMail } from "@/components/mails/retry-mail";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { mailStateLabels, mailStateTones, troubleLabels } from "@/lib/domain/mails/labels";
import { getMail } from "@/lib/domain/mails/queries";
import { fromLastError, hasOneTimeLink, showsLink } from "@/lib/domain/mails/rules";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { localeNames } from "@/lib/platform/i18n/locales";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

async function findMail(props: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), props.params]);
  return (await getMail(viewer, id)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await findMail(props)).subject };
}

/** One mail of the outbox: what became of it, and its words as text and as its reader sees them. */
export default async function MailPage(props: Props) {
  const [mail, all, t, formats] = await Promise.all([
    findMail(props),
    getTranslations(),
    getTranslations("mails.page"),
    getFormats(),
  ]);
  const error = mail.lastError ? fromLastError(mail.lastError) : null;
  const oneTime = hasOneTimeLink(mail.kind);
  return (
    <>
      <PageHeader
        title={mail.subject}
        trail={[
          { href: "/settings", label: all("settings.title") },
          { href: "/mails", label: t("title") },
        ]}
        action={
          mail.can.retry ? (
            <ClientMessages namespaces={["mails"]}>
              <RetryMail id={mail.id} />
            </ClientMessages>
          ) : undefined
        }
      />
      {oneTime ? (
        <Banner tone={showsLink(mail) ? "warn" : "info"} title={t(showsLink(mail) ? "keptLink" : "hidden")} />
      ) : null}
      <DescriptionList
        items={[
          {
            label: t("stateLabel"),
            value: <Badge tone={mailStateTones[mail.state]}>{all(mailStateLabels[mail.state])}</Badge>,
          },
          { label: t("address"), value: mail.address },
          { label: t("kind"), value: t(`kinds.${mail.kind}`) },
          { label: t("language"), value: localeNames[mail.locale] },
          { label: t("createdAt"), value: formats.dateTime(mail.createdAt) },
          { label: t("sentAt"), value: formats.dateTime(mail.sentAt) },
          { label: t("attempts"), value: formats.count(mail.attempts) },
          { label: t("nextAt"), value: formats.dateTime(mail.nextAt) },
          {
            label: t("error"),
            value: error && (
              <>
                {error.trouble ? all(troubleLabels[error.trouble]) : null}
                {error.said ? <p className={styles.said}>{t("said", { said: error.said })}</p> : null}
              </>
            ),
          },
        ]}
      />
      <h2>{t("html")}</h2>
      <iframe title={t("html")} sandbox="" srcDoc={mail.html} className={styles.frame} />
      <h2>{t("text")}</h2>
      <pre className={styles.text}>{mail.text}</pre>
    </>
  );
}
