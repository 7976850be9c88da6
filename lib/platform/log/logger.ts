import "server-only";
import pino from "pino";
import { logLevel } from "../env/env";

/** One line of JSON an event. Values that could identify a person or open a door are cut out. */
export const logger = pino({
  level: logLevel(),
  redact: {
    paths: ["*.password", "*.token", "*.email", "*.authorization", "password", "token", "email"],
    remove: true,
  },
});
