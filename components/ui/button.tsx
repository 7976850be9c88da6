import type { ComponentProps } from "react";
import { AppLink, type AppLinkProps } from "./app-link";
import styles from "./button.module.css";

type Look = "primary" | "plain" | "quiet" | "danger";

export function Button({
  look = "plain",
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type={type} className={classesOf(look, className)} {...rest} />;
}

/** A link that looks like a button: the primary verb of a page that opens a form. */
export function ButtonLink({ look = "plain", className, ...rest }: AppLinkProps & { look?: Look }) {
  return <AppLink className={classesOf(look, className)} {...rest} />;
}

function classesOf(look: Look, more?: string): string {
  return [styles.button, look === "plain" ? "" : styles[look], more].filter(Boolean).join(" ");
}
