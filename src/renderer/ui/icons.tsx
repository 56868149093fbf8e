import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';

/** An icon beside words that say the same; hidden from screen readers. */
export const Icon = memo(function Icon({
  of: Shape,
  className = '',
}: {
  of: LucideIcon;
  className?: string;
}) {
  return <Shape className={`icon ${className}`} aria-hidden="true" />;
});
