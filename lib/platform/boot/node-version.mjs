/** Written for any Node that knows modules, since it tells the older ones why nothing else runs. */

/**
 * @param {string} version "20.19.0"
 * @returns {string | undefined} what to tell, if it is too old
 */
export function nodeProblem(version) {
  const parts = version.split(".");
  const major = Number(parts[0]);
  if (major > 20 || (major === 20 && Number(parts[1]) >= 19)) return undefined;
  return `Node ${version} is too old: install Node 20.19 or newer (https://nodejs.org), then start again.`;
}
