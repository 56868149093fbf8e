import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';
import styles from './icons.module.css';

/** Shows an icon beside words that say the same. It is hidden from screen readers. `points`: it is an arrow forward or back. */
export const Icon = memo(function Icon({
  of: Shape,
  className = '',
  points = false,
}: {
  of: LucideIcon;
  className?: string | undefined;
  points?: boolean;
}) {
  return (
    <Shape className={`${styles.icon} ${points ? styles.points : ''} ${className}`} aria-hidden="true" />
  );
});
