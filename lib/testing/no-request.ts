/**
 * Vitest's setup of each database test file: without Next there is no request that a session could be read from. It is
 * the one module that is replaced, here for all files: they share a process and the modules that it has loaded.
 */
import { vi } from "vitest";
import { signedIn } from "./signed-in";

vi.mock("@/lib/platform/auth/session", async () => {
  const { signedIn: asking } = await import("./signed-in");
  const currentViewer = async () => asking.viewer;
  return { currentViewer, requireViewer: currentViewer };
});
signedIn.viewer = null;
