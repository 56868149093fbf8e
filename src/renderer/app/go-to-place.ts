import type { Place } from './palette-places.ts';
import { show } from './view-store.ts';

/** For how many frames Keyturn waits for a page, its tab and its control. 60 frames are a second. */
const mostFrames = 180;

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();

const named = <E extends Element>(main: Element, selector: string, name: string): E | undefined =>
  [...main.querySelectorAll<E>(selector)].find((element) => nameOf(element) === name);

/** Returns a page's control with that name: a button, the field of a label, or the first button of a card. */
function controlIn(main: Element, name: string): HTMLElement | null {
  const button = named<HTMLElement>(main, 'button', name);
  if (button !== undefined) return button;
  const label = named<HTMLLabelElement>(main, 'label', name);
  if (label !== undefined) return label.control;
  const other = named<HTMLElement>(main, '[aria-label]', name) ?? null;
  return other?.tagName === 'SECTION' ? other.querySelector('button') : other;
}

/** Returns the heading of a section. It can have the focus, so that the keyboard and a screen reader go on from there. */
function headingIn(main: Element, name: string): HTMLElement | null {
  const heading = named<HTMLElement>(main, 'h2', name) ?? null;
  heading?.setAttribute('tabindex', '-1');
  return heading;
}

/**
 * Shows a control and gives it the focus. It also presses a button, because the person named it. A switch or a field waits for the person.
 * If the control is not on its page now, it shows only the page. A section comes to the top of the page, and its heading gets the focus.
 */
export function goToPlace({ page, tab, names, section = false }: Place): void {
  show(page);
  const step = (left: number): void => {
    const main = document.querySelector('main');
    const wanted = main === null || tab === null ? undefined : named<HTMLElement>(main, '[role="tab"]', tab);
    if (wanted !== undefined && wanted.getAttribute('aria-selected') !== 'true') wanted.click();
    const open = tab === null || wanted?.getAttribute('aria-selected') === 'true';
    const control =
      main === null || !open
        ? null
        : first(names, (name) => (section ? headingIn(main, name) : controlIn(main, name)));
    if (control === null) {
      if (left > 0) requestAnimationFrame(() => step(left - 1));
      return;
    }
    control.scrollIntoView({ block: section ? 'start' : 'center' });
    control.focus();
    if (control instanceof HTMLButtonElement) control.click();
  };
  // The palette gives the focus back first.
  requestAnimationFrame(() => step(mostFrames));
}

/** Returns the first result that is not null, or null. */
function first<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
