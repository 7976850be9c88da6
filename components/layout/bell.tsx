import { IconBell } from "@tabler/icons-react";
import { Icon } from "@/components/ui/icon";
import styles from "./bell.module.css";

/** More than this are too many to be counted at a glance. */
const MOST = 99;

/** What the person was told and has not read: a plain link, its count beside it. */
export function Bell({
  unread,
  label,
  href = "/notifications",
}: {
  unread: number;
  label: string;
  href?: string;
}) {
  return (
    <a href={href} className={styles.bell} aria-label={label} title={label}>
      <Icon of={IconBell} size={18} stroke={1.6} />
      {unread > 0 ? (
        <span aria-hidden="true" className={styles.count}>
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      ) : null}
    </a>
  );
}
