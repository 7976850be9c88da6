/**
 * Serves the app from this process, so that a kill ends the app and nothing of it keeps the port.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { BootError } from "./console.mjs";
import { paceHeap } from "./heap-pace.mjs";
import { root } from "./paths.mjs";
import { portInUse } from "./ports.mjs";
import { onExit } from "./shutdown.mjs";

/** Longer than the idle time of the usual proxies, so that none sends a request into a closing connection. */
const keepAlive = 75_000;
/** For a whole request, its body with it: the largest file on a slow line takes longer than Node's five minutes. */
const patience = 30 * 60_000;
/** How long requests may still take once we are asked to stop; a developer's browser holds its own for ever. */
const graces = { production: 5_000, development: 300 };

/** What the app notes about a request while it answers it: whose it is (lib/platform/db/firm-session.ts). */
const requests = new AsyncLocalStorage();
Object.assign(globalThis, { [Symbol.for("tenantry.request")]: requests });

/**
 * @param {{ port: number, dev: boolean }} options
 * @returns {Promise<string>} the address it is served on
 */
export async function serve({ port, dev }) {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
  // Where mails lead, unless the installation has an address that people type.
  process.env.PUBLIC_URL ||= `http://localhost:${port}`;
  paceHeap();
  const { default: next } = await import("next");
  /** @type {import("node:http").RequestListener} */
  let handle = () => {};
  const server = createServer((request, response) => {
    // Where a request comes from is the socket's word, not the client's, unless a proxy of ours says so.
    if (process.env.TRUST_PROXY !== "1") request.headers["x-forwarded-for"] = request.socket.remoteAddress;
    request.headers["x-path"] = pathOf(request.url ?? "/");
    requests.run({ firm: null }, () => handle(request, response));
  });
  server.keepAliveTimeout = keepAlive;
  server.requestTimeout = patience;
  const app = next({ dev, dir: root, port, httpServer: server });
  await app.prepare();
  handle = app.getRequestHandler();
  await new Promise((done, fail) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      fail(error.code === "EADDRINUSE" ? portInUse(port) : new BootError(`Port ${port}: ${error.message}`));
    });
    server.listen(port, () => done(undefined));
  });
  const grace = () => new Promise((wake) => setTimeout(wake, dev ? graces.development : graces.production));
  onExit(async () => {
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    await Promise.race([closed, grace()]);
    server.closeAllConnections();
    await Promise.race([app.close(), grace()]);
  });
  return `http://localhost:${port}`;
}

/**
 * Tells pages their own address, so that signing in can lead back to it: Next does not, and a proxy.ts that did
 * only this would cost every request its own round through Next.
 * @param {string} url as it was asked, with Next's own parameter where its router asks
 */
function pathOf(url) {
  const [path = "/", query = ""] = url.split("?", 2);
  const params = new URLSearchParams(query);
  params.delete("_rsc");
  return params.size > 0 ? `${path}?${params}` : path;
}
