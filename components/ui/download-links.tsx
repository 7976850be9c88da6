"use client";

export type DownloadLinksProps = {
  label: string;
  links: { format: string; href: string; name: string }[];
  className?: string;
};

/** Plain links, as they download. */
export function DownloadLinks({ label, links, className }: DownloadLinksProps) {
  return (
    <ul className={className}>
      <li>{label}</li>
      {links.map(({ format, href, name }) => (
        <li key={format}>
          <a href={href} aria-label={name} download>
            {format}
          </a>
        </li>
      ))}
    </ul>
  );
}
