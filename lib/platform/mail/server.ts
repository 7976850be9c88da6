import "server-only";
import nodemailer from "nodemailer";
import { env, mailSettings } from "../env/env";

/** A mail as it leaves. Its id makes its Message-ID, the same at every try. */
export type Outgoing = Record<"id" | "address" | "subject" | "text" | "html", string>;

/**
 * What became of it. Not taken: `REFUSED` for good, by its address or its content; `BUSY` for now; `AWAY` where no
 * server answers; `SIGN_IN` where the server does not let us in.
 */
export type Answer =
  | { taken: true }
  | { taken: false; trouble: "REFUSED" | "BUSY" | "AWAY" | "SIGN_IN"; said: string };

export type MailServer = { send: (mail: Outgoing) => Promise<Answer> };

/** What one step of talking to the server may take; the claim on a mail outlasts them all. */
const STEP_MS = 20_000;

/** The server of the settings, or null where none is set. */
export function mailServer(): MailServer | null {
  const settings = mailSettings();
  return settings && openMailServer(settings);
}

/** A server by its address. A connection a mail: nothing is kept open between two of them. */
export function openMailServer({ url, from }: { url: string; from: string }): MailServer {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, address, subject, text, html }) => {
      try {
        await transport.sendMail({
          ...{ from, to: { name: "", address }, subject, text, html },
          messageId: `<${id}@${new URL(env().PUBLIC_URL).hostname}>`,
          // So that no holiday's answer is sent to a machine.
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return { taken: true };
      } catch (error) {
        return toAnswer(error);
      }
    },
  };
}

function toAnswer(error: unknown): Answer {
  const { message, code, command, responseCode, response } = error as {
    message: string;
    code?: string;
    command?: string;
    responseCode?: number;
    response?: string;
  };
  const said = response ?? message;
  if (code === "EAUTH" || command?.startsWith("AUTH")) return { taken: false, trouble: "SIGN_IN", said };
  // An address that no mail could have is refused before any server is asked.
  if (command === "API")
    return { taken: false, trouble: /recipient/.test(said) ? "REFUSED" : "SIGN_IN", said };
  if (responseCode === undefined || command === "CONN") return { taken: false, trouble: "AWAY", said };
  // A sender that the server refuses is a wrong setting, to be mended: only address and content are the mail's own.
  const own = command === "RCPT TO" || command === "DATA";
  return { taken: false, trouble: own && responseCode >= 500 ? "REFUSED" : "BUSY", said };
}
