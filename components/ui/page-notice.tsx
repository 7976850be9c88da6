"use client";

import type { ReactNode } from "react";

/** A whole page with one thing to say: not found, not allowed, went wrong. In a frame the page's `main` is the frame's. */
export function PageNotice(props: {
  title: string;
  text: string;
  home: { href: string; label: string };
  framed?: boolean;
  children?: ReactNode;
}) {
  const said = (
    <>
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      {props.children}
      <a href={props.home.href}>{props.home.label}</a>
    </>
  );
  if (props.framed) return <div className="page-notice">{said}</div>;
  return (
    <main className="page-notice" id="main">
      {said}
    </main>
  );
}
