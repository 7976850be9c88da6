/**
 * The import law. A name below is what its breaker reads, so it says where the code should go; ARCHITECTURE.md
 * says why. Types may cross where values may not, since they are gone when the app runs.
 */
const tests = "\\.test\\.tsx?$";
const typesAside = { dependencyTypesNot: ["type-only"] };
const layersAbove = {
  platform: "^(app|components|prisma|e2e|bench|lib/(domain|reports|imports|testing))/",
  domain: "^(app|components|prisma|e2e|bench|lib/(reports|imports|testing))/",
  reports: "^(app|components|prisma|e2e|bench|lib/(imports|testing))/",
  imports: "^(app|components|prisma|e2e|bench|lib/(reports|testing))/",
};

/** A rule that refuses. @param {string} name @param {object} from @param {object} to */
const refuse = (name, from, to) => ({ name, severity: "error", from, to });

/**
 * A package that few folders may know. @param {string} packages @param {string} homes @param {string} name
 */
const livesIn = (packages, homes, name) =>
  refuse(name, { pathNot: homes }, { path: `^node_modules/(@types/)?(${packages})/` });

module.exports = {
  forbidden: [
    refuse("no import goes round in a circle: move what both need below them", {}, { circular: true }),
    refuse("no import leads nowhere: mend the path or install the package", {}, { couldNotResolve: true }),

    // Layers: each knows only those below it.
    refuse(
      "lib/platform would fit any app: what knows the office's nouns belongs in lib/domain",
      { path: "^lib/platform/", pathNot: [tests, "^lib/platform/boot/(first-admin|jobs|sweep|token)\\.ts$"] },
      { path: layersAbove.platform },
    ),
    refuse(
      "lib/domain knows nothing of screens, reports or files: they call it",
      { path: "^lib/domain/", pathNot: tests },
      { path: layersAbove.domain },
    ),
    refuse(
      "lib/reports computes: what draws belongs in components, what reads files in lib/imports",
      { path: "^lib/reports/", pathNot: tests },
      { path: layersAbove.reports },
    ),
    refuse(
      "lib/imports brings files in: what draws belongs in components, what computes in lib/reports",
      { path: "^lib/imports/", pathNot: tests },
      { path: layersAbove.imports },
    ),
    refuse(
      "components are drawn by app, and never ask it: pass it in as a prop",
      { path: "^components/" },
      { path: "^(app|prisma|e2e|bench|lib/testing)/" },
    ),
    refuse(
      "components/ui and components/charts could ship in another product: put it in components/<noun>",
      { path: "^components/(ui|charts)/" },
      { path: ["^lib/(domain|reports|imports)/", "^components/(?!ui/|charts/)"] },
    ),
    refuse(
      "lib/testing is for tests: what the app needs belongs in lib/platform",
      { path: "^(app|components|lib|prisma)/", pathNot: [tests, "^lib/testing/"] },
      { path: "^lib/testing/" },
    ),
    refuse(
      "journeys know only what is on the screen: take it from the page, or put it in e2e/support",
      { path: "^e2e/" },
      // Names that nothing else has are no knowledge of the app, and nor is a mail server.
      { path: "^(app|components|lib|prisma)/", pathNot: "^lib/testing/(unique|smtp)\\.ts$" },
    ),

    // Screens and the domain.
    refuse(
      "components write through lib/domain/*/actions, read through queries, and import no service, scope or matrix",
      { path: "^components/" },
      { path: "^lib/domain/(.+/(service|scope)[-.]|in-change-set|permissions)", ...typesAside },
    ),
    refuse(
      "pages write through lib/domain/*/actions; only route handlers call a service",
      { path: "^app/", pathNot: ["^app/api/", "/route\\.ts$", tests] },
      { path: "^lib/domain/(.+/(service|scope)[-.]|in-change-set)" },
    ),
    refuse(
      "actions are for forms: other code calls the service with a viewer",
      { path: "^(lib|prisma|bench)/" },
      { path: "^lib/domain/.+/actions\\.ts$" },
    ),

    // Inside a domain folder.
    refuse(
      "schema, rules and labels also run in the browser: what needs a viewer or rows belongs in queries or service",
      { path: ["^lib/domain/.+/(schema|rules|labels)\\.ts$", "^lib/domain/[^/]+/rules-[a-z]+\\.ts$"] },
      {
        path: "^lib/(domain/(.+/(dto|scope|queries|service|actions)[-.]|in-change-set|permissions)|platform/(auth|db|env|change-sets|action|api)/)",
        ...typesAside,
      },
    ),
    refuse(
      "dto and scope only describe: what fetches belongs in queries, what writes in service",
      { path: "^lib/domain/.+/(dto|scope)\\.ts$" },
      {
        path: "^lib/(domain/(.+/(queries|service|actions)[-.]|in-change-set)|platform/(auth|db|env|change-sets|action)/)",
        ...typesAside,
      },
    ),
    refuse(
      "queries never write: what changes rows belongs in service",
      { path: "^lib/domain/.+/queries[-.]" },
      { path: "^lib/domain/(.+/service[-.]|in-change-set)", ...typesAside },
    ),
    refuse(
      "reports never write: what changes rows belongs in lib/domain/*/service",
      { path: "^lib/reports/", pathNot: tests },
      { path: "^lib/domain/(.+/service[-.]|in-change-set)" },
    ),

    // The database.
    refuse(
      "rows are read in queries or facts and written in service: fetch there, pass a DTO",
      {
        path: "^(app|components|lib/(domain|reports|imports))/",
        pathNot: [
          tests,
          "^lib/domain/.+/(queries|service)[-a-z]*\\.ts$",
          "^lib/(reports|imports)/.*/(facts|test-database)[-a-z]*\\.ts$",
          "^lib/(reports|imports)/facts[-a-z]*\\.ts$",
          "^app/api/health/route\\.ts$",
        ],
      },
      { path: "^lib/platform/db/", ...typesAside },
    ),
    refuse(
      "dates, money, values and words know no database: pass them what they need",
      { path: "^lib/platform/(dates|money|values|names|paging|errors|files|i18n)/", pathNot: tests },
      { path: "^lib/platform/(auth|db|change-sets|env)/", ...typesAside },
    ),
    refuse(
      "the browser never sees the environment: read it in lib/platform or a layout, pass it as a prop",
      { path: "^(components|lib/(domain|reports|imports))/", pathNot: tests },
      { path: "^lib/platform/(env|boot)/" },
    ),

    // Packages with a home.
    livesIn(
      "next-auth",
      "^(lib/platform/auth|components/auth|app/api/auth)/",
      "next-auth is known to lib/platform/auth alone (and its form and route): ask requireViewer()",
    ),
    livesIn(
      "next|react|react-dom",
      "^(app|components|lib/platform|lib/testing|e2e)/|^(next\\.config|playwright\\.config)",
      "domain, reports and imports know nothing of Next and React: take a viewer and values",
    ),
    refuse(
      "words are asked of lib/platform/i18n/translator, which keeps them",
      { pathNot: "^lib/platform/i18n/" },
      { path: "^node_modules/next-intl/dist/.*/server" },
    ),
    livesIn("@mantine|react-hook-form", "^components/ui/form/", "fields are drawn in components/ui/form"),
    livesIn("d3-scale", "^components/charts/", "pictures are drawn in components/charts"),
    livesIn(
      "exceljs|csv-parse|csv-stringify|iconv-lite",
      "^lib/platform/files/|\\.test\\.ts$|^(e2e|lib/testing)/",
      "files are read and written in lib/platform/files",
    ),
    livesIn(
      "pg|@prisma",
      "^(lib/platform/(db|boot)|lib/testing|bench|prisma)/|^prisma\\.config|\\.test\\.ts$|/test-database\\.ts$",
      "connections are opened in lib/platform/db: use its client or pool",
    ),
    livesIn("nodemailer", "^lib/platform/mail/", "mail is sent in lib/platform/mail"),
    livesIn(
      "@node-rs/argon2|rate-limiter-flexible",
      "^lib/platform/auth/",
      "passwords and guessing are lib/platform/auth's",
    ),
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^lib/platform/db/generated"] },
    exclude: { path: "^\\.next" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs", ".json", ".css"],
    },
  },
};
