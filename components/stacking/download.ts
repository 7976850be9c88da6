import { PAPER_HEAD } from "./stack-paper";

const MARGIN = 24;
/** Dots for each unit of the drawing: sharp on A3. */
const DENSITY = 3;

/**
 * The plan as a file of its own: head and legend taken in, the theme's colours written out (those of the light
 * theme), since not every program that opens an SVG knows variables. Links lead to this installation.
 */
export function toStandaloneSvg(svg: SVGSVGElement): { text: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width: inner, height: below } = svg.viewBox.baseVal;
  const [width, height] = [inner + 2 * MARGIN, below + PAPER_HEAD + 2 * MARGIN];
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `${-MARGIN} ${-PAPER_HEAD - MARGIN} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("class", "stk");
  copy.removeAttribute("style");
  for (const link of copy.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", window.location.href).href);
    link.removeAttribute("tabindex");
  }
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x: -MARGIN, y: -PAPER_HEAD - MARGIN, width, height })) {
    paper.setAttribute(name, String(value));
  }
  paper.setAttribute("fill", "#ffffff");
  copy.prepend(paper);
  const text = new XMLSerializer().serializeToString(copy);
  return { text: text.replace(/var\(--[\w-]+, ([^()]+)\)/g, "$1"), width, height };
}

export function downloadSvg(svg: SVGSVGElement, name: string): void {
  save(new Blob([toStandaloneSvg(svg).text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** The same drawn into an image by the browser, which has the fonts. */
export async function downloadPng(svg: SVGSVGElement, name: string): Promise<void> {
  const { text, width, height } = toStandaloneSvg(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob) save(blob, `${name}.png`);
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
