import type { LucideIcon } from 'lucide-react';

/** An icon beside words that say the same; hidden from screen readers. */
export function Icon({ of: Shape, className = '' }: { of: LucideIcon; className?: string }) {
  return <Shape className={`icon ${className}`} aria-hidden="true" />;
}
