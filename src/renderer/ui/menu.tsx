import type { LucideIcon } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu';
import { Icon } from './icons.tsx';
import styles from './menu.module.css';

/** One action of a menu. */
export interface MenuItem {
  readonly words: string;
  readonly icon: LucideIcon;
  readonly act: () => void;
  readonly disabled?: boolean;
}

interface MenuProps {
  readonly name: string;
  /** The place of the click, in the window's pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

/**
 * Shows a context menu. Its keys and roles are React Aria's. Its place and its closing are our own code, because React Aria's Popover opens
 * at an element, and this menu opens at the pointer. Escape, Tab and a click elsewhere close it, and the focus returns.
 */
export function Menu({ name, at, items, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const shown = box.current;
    if (shown === null) return;
    // The menu is beside the pointer, and whole in the window.
    shown.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - shown.offsetWidth - 8))}px`;
    shown.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - shown.offsetHeight - 8))}px`;
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [at]);

  useEffect(() => {
    const away = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) onClose();
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
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the keys of its menu
    <div
      ref={box}
      className={styles.place}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        // The window's own keys are not for the menu.
        event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== 'Tab') return;
        event.preventDefault();
        onClose();
      }}
    >
      <AriaMenu aria-label={name} className={styles.menu ?? ''} autoFocus="first" shouldFocusWrap>
        {items.map(({ words, icon, act, disabled = false }) => (
          <AriaMenuItem
            key={words}
            className={styles.item ?? ''}
            textValue={words}
            isDisabled={disabled}
            onAction={() => {
              onClose();
              act();
            }}
          >
            <Icon of={icon} />
            {words}
          </AriaMenuItem>
        ))}
      </AriaMenu>
    </div>
  );
}
