import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { locale } from '../../shared/locale.ts';

/** Gives React Aria the language of the window. Without it, React Aria takes Chromium's, whose words the build leaves out. */
export const AriaLanguage = ({ children }: { readonly children: ReactNode }) => (
  <I18nProvider locale={locale}>{children}</I18nProvider>
);
