import { type ReactNode, useState } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import pages from './page.module.css';
import styles from './tabs.module.css';

/** One tab: its name and its content. The content exists only while the tab is chosen. */
export interface TabItem {
  readonly name: string;
  readonly content: () => ReactNode;
  /** Whether it is at the end, apart from the most used tabs. */
  readonly aside?: boolean;
}

interface TabsProps {
  readonly name: string;
  readonly tabs: readonly TabItem[];
  /** Shown above the content of every tab. */
  readonly above: ReactNode;
}

/** Shows tabs, and the content of the chosen one. An arrow key chooses the next tab at once. */
export function Tabs({ name, tabs, above }: TabsProps) {
  const [chosen, choose] = useState(tabs[0]?.name ?? '');
  const shown = tabs.find((tab) => tab.name === chosen);
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      selectedKey={chosen}
      onSelectionChange={(key) => choose(String(key))}
    >
      <TabList aria-label={name} className={styles.list ?? ''}>
        {tabs.map((tab) => (
          <Tab
            key={tab.name}
            id={tab.name}
            className={tab.aside === true ? `${styles.tab} ${styles.aside}` : (styles.tab ?? '')}
          >
            {tab.name}
          </Tab>
        ))}
      </TabList>
      <div className={pages.body}>
        {above}
        <TabPanel key={chosen} id={chosen} className={styles.panel ?? ''}>
          {shown?.content()}
        </TabPanel>
      </div>
    </AriaTabs>
  );
}
