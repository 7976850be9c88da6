/**
 * The kit's own colours follow the system through CSS alone. Mantine's inputs ask for an attribute, so this
 * sets it before the first paint and keeps it true when the system changes at dusk. A scheme that the reader
 * chose is written by the server instead, and then this does nothing.
 */
export const followSystemScheme = `(function(){var r=document.documentElement,m=matchMedia("(prefers-color-scheme: dark)");function s(){if(!/(^|; )scheme=(light|dark)/.test(document.cookie))r.setAttribute("data-mantine-color-scheme",m.matches?"dark":"light")}s();m.addEventListener("change",s)})()`;
