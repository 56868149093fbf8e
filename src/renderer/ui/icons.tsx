import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';
import styles from './icons.module.css';

/** Shows an icon beside words that say the same. It is hidden from screen readers. */
export const Icon = memo(function Icon({
  of: Shape,
  className = '',
}: {
  of: LucideIcon;
  className?: string | undefined;
}) {
  return <Shape className={`${styles.icon} ${className}`} aria-hidden="true" />;
});
