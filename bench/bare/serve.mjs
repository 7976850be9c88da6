/** A page of Next's App Router with nothing around it, on the statements of the app's own: what any such page costs. */
import { createServer } from "node:http";
import next from "next";

Object.assign(process.env, { NODE_ENV: "production" });
const app = next({ dev: false, dir: import.meta.dirname });
await app.prepare();
createServer(app.getRequestHandler()).listen(Number(process.env.PORT), "127.0.0.1");
