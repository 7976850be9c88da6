import { type AddressInfo, createServer } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** What a mail server of a test does with a mail; without an answer it takes it. */
type Manner = (mail: ParsedMail) => { code: number; said: string } | "HANG" | undefined;

/** A real mail server on a port of its own, that remembers what it took. */
export async function startSmtp(options: { manner?: Manner; refuse?: RegExp; password?: string } = {}) {
  const taken: ParsedMail[] = [];
  const seen: ParsedMail[] = [];
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: options.password === undefined,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === options.password
        ? done(null, { user: username })
        : done(Object.assign(new Error("5.7.8 Not with that password"), { responseCode: 535 })),
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      options.refuse?.test(address)
        ? done(Object.assign(new Error("5.1.1 No such person here"), { responseCode: 550 }))
        : done(),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        seen.push(mail);
        for (const wake of waiting.splice(0)) wake();
        const answer = options.manner?.(mail);
        if (answer === "HANG") return;
        if (answer) return done(Object.assign(new Error(answer.said), { responseCode: answer.code }));
        taken.push(mail);
        done();
      }, done);
    },
  });
  server.on("error", () => {}); // a client that was killed
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** What it said yes to. */
    taken,
    /** Everything that reached it whole. */
    seen,
    /** Until the next mail has reached it. */
    arrival: () => new Promise<void>((resolve) => waiting.push(resolve)),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The address of a mail server that is not there. */
export async function awaySmtp(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return `smtp://127.0.0.1:${port}`;
}
