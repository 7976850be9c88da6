import "server-only";
import { z } from "zod";

/** The only place that reads the environment of the running app. */
const fields = z.object({
  DATABASE_URL: z.string().min(1),
  /** Needed where people sign in; command lines do without. */
  NEXTAUTH_SECRET: z.string().min(16).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** 0 behind a pooler that gives each transaction another connection and knows no prepared statements. */
  DATABASE_PREPARE: z.enum(["0", "1"]).default("1"),
  /** Set to 1 behind a proxy that appends to X-Forwarded-For. */
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  /** The address that mails lead to: that of the installation, as people type it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  /** How mail is sent: `smtps://user:password@host:465`. Without it mails are kept, to be read by the administrator. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mails are from: `Cooperation Affairs Office <office@zone.example>`. */
  MAIL_FROM: z
    .string()
    .max(300)
    .regex(/^([^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
    .optional(),
  TENANTRY_SAMPLE: z.enum(["0", "1"]).default("0"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** For how long after leaving a person's data stay on a roster. */
  EMPLOYEE_RETENTION_MONTHS: z.coerce.number().int().min(1).max(240).default(24),
  /** Where attachments are kept. */
  ATTACHMENT_STORE: z.enum(["database", "disk", "s3"]).default("database"),
  ATTACHMENT_DIR: z.string().min(1).optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  S3_ADDRESSING: z.enum(["path", "host"]).default("path"),
});

/** What a store cannot do without. */
const needed = {
  database: [],
  disk: ["ATTACHMENT_DIR"],
  s3: ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
} as const;

const schema = fields.superRefine((settings, context) => {
  for (const name of needed[settings.ATTACHMENT_STORE]) {
    if (!settings[name]) context.addIssue({ code: "custom", path: [name], message: "missing" });
  }
  if (settings.SMTP_URL && !settings.MAIL_FROM) {
    context.addIssue({ code: "custom", path: ["MAIL_FROM"], message: "missing" });
  }
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The settings, parsed at first use so that a build needs none of them. */
export function env(): Env {
  if (!parsed) {
    const result = schema.safeParse(process.env);
    if (!result.success) {
      const names = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
      throw new Error(`These settings are missing or wrong: ${names}`);
    }
    parsed = result.data;
  }
  return parsed;
}

/** How much is logged; readable before the other settings are there. */
export function logLevel(): string {
  return process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "warn");
}

/** Signs sessions and devices; the same for every instance. */
export function authSecret(): string {
  const { NEXTAUTH_SECRET } = env();
  if (!NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is missing");
  return NEXTAUTH_SECRET;
}

/** How mail is sent, or null where it is not. */
export function mailSettings(): { url: string; from: string } | null {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  return url && from ? { url, from } : null;
}

/** Where attachments go, and every store that the settings name: files stay where they were kept. */
export function storageSettings() {
  const settings = env();
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket } = settings;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  const complete = endpoint && bucket && accessKeyId && secretAccessKey;
  const { S3_REGION: region, S3_ADDRESSING: addressing } = settings;
  return {
    store: settings.ATTACHMENT_STORE,
    folder: settings.ATTACHMENT_DIR,
    s3: complete ? { endpoint, bucket, accessKeyId, secretAccessKey, region, addressing } : undefined,
  };
}
