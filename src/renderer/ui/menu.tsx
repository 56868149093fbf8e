import type { LucideIcon } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly words: string;
  readonly icon: LucideIcon;
  readonly act: () => void;
  readonly disabled?: boolean;
}

interface MenuProps {
  readonly name: string;
  /** Where it was asked for, in the window's pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

/** A context menu after the ARIA Authoring Practices (Menu Pattern): arrows move, Escape and a click elsewhere close, focus goes back. */
export function Menu({ name, at, items, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const box = menu.current;
    if (box === null) return;
    const before = document.activeElement;
    // Beside the pointer, and wholly in the window.
    box.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - box.offsetHeight - 8))}px`;
    box.querySelector<HTMLElement>('[role=menuitem]:enabled')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [at]);

  useEffect(() => {
    const away = (event: Event) => {
      if (!(event.target instanceof Node && menu.current?.contains(event.target))) onClose();
    };
    window.addEventListener('pointerdown', away, true);
    window.addEventListener('blur', onClose);
    window.addEventListener('resize', onClose);
    return () => {
      window.removeEventListener('pointerdown', away, true);
      window.removeEventListener('blur', onClose);
      window.removeEventListener('resize', onClose);
    };
  }, [onClose]);

  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={name}
      className={styles.menu}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        event.stopPropagation();
        const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]:enabled')];
        const now = all.findIndex((item) => item.matches(':focus'));
        const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key];
        if (to !== undefined) all.at(to % all.length)?.focus();
        else if (event.key === 'Escape' || event.key === 'Tab') onClose();
        else return;
        event.preventDefault();
      }}
    >
      {items.map(({ words, icon, act, disabled = false }) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          className={styles.item}
          tabIndex={-1}
          disabled={disabled}
          onPointerMove={(event) => event.currentTarget.focus()}
          onClick={() => {
            onClose();
            act();
          }}
        >
          <Icon of={icon} />
          {words}
        </button>
      ))}
    </div>
  );
}
