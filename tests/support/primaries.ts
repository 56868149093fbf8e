import type { Page } from 'playwright-core';

/**
 * Returns the words of the main buttons of each view that has more than one. A view is a dialog, a form, a tab or the head of a page: a form
 * on a page has a main button of its own.
 */
export const rivalButtons = (page: Page): Promise<string[][]> =>
  page.evaluate<string[][]>(`(() => {
    const views = new Map();
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    for (const button of top.querySelectorAll('button[class*="_primary_"]')) {
      if (!button.checkVisibility() || button.disabled) continue;
      const view = button.closest('form, dialog, [role="tabpanel"], main') ?? document.body;
      views.set(view, [...(views.get(view) ?? []), button.textContent.trim()]);
    }
    return [...views.values()].filter((words) => words.length > 1);
  })()`);
