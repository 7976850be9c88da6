/** Ports of this machine. */
import { createServer } from "node:net";
import { BootError } from "./console.mjs";

/** @returns {Promise<number>} a loopback port that is free now */
export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * May we serve on this port, on every address of the machine?
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function portIsFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, () => probe.close(() => done(true)));
  });
}

/** @param {number} port */
export function portInUse(port) {
  return new BootError(
    `Port ${port} is in use: stop what uses it, or choose another: PORT=${port + 1} npm start.`,
  );
}

/**
 * The port to serve on, refused before anything long is done.
 * @param {string} [wanted] PORT; 0 asks for any that is free
 * @returns {Promise<number>}
 */
export async function choosePort(wanted) {
  const port = Number(wanted || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new BootError(`PORT=${wanted} is not a port: give a number from 1 to 65535.`);
  }
  if (port === 0) return freePort();
  if (!(await portIsFree(port))) throw portInUse(port);
  return port;
}
