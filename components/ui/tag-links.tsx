import { AppLink } from "./app-link";

/** Tags, each leading to the list of what else has it. */
export function TagLinks({ tags, pathname }: { tags: string[]; pathname: string }) {
  return tags.map((tag, i) => (
    <span key={tag}>
      {i > 0 ? " · " : null}
      <AppLink href={`${pathname}?tag=${encodeURIComponent(tag)}`}>{tag}</AppLink>
    </span>
  ));
}
