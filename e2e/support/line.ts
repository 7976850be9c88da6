import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A line to the app that can be cut: what is under way breaks off, and nothing new gets through until it is mended. */
export async function makeLine(address: string) {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  let cut = false;
  const server = createServer((near) => {
    if (cut) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => {}); // that it broke is what is wanted
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, hostname);
  await once(server, "listening");
  const own = server.address();
  const ownPort = typeof own === "object" ? own?.port : 0;
  const breakOff = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `http://${hostname}:${ownPort}`,
    cut() {
      cut = true;
      breakOff();
    },
    mend() {
      cut = false;
    },
    close() {
      breakOff();
      server.close();
    },
  };
}
