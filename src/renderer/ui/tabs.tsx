import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

interface TabsProps {
  readonly name: string;
  readonly tabs: readonly string[];
  /** What a tab shows. */
  readonly children: (tab: string) => ReactNode;
  /** Stands above whatever the tab shows. */
  readonly above: ReactNode;
}

/** Tabs after the ARIA Authoring Practices (Tabs Pattern, automatic activation): one Tab stop, arrows, Home and End inside. */
export function Tabs({ name, tabs, children, above }: TabsProps) {
  const id = useId();
  const [chosen, choose] = useState(tabs[0] ?? '');
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.indexOf(chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={name} className="tab-list" onKeyDown={press}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            data-tab={tab}
            className="tab"
            aria-selected={tab === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => choose(tab)}
          >
            {tab}
          </button>
        ))}
      </div>
      <div className="tab-body">
        {above}
        <div
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${chosen}`}
          className="panel"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without a control could not be scrolled by the keyboard otherwise
          tabIndex={0}
        >
          {children(chosen)}
        </div>
      </div>
    </div>
  );
}
