/** The pages and dialogs that the first screen does not need; see later.ts. */
export { InventoryPage } from '../access/inventory-page.tsx';
export { ActivityPage } from '../activity/activity-page.tsx';
export { HelpDialog } from '../help/help-dialog.tsx';
export { UpcomingPage } from '../life/upcoming-page.tsx';
export { OverviewPage } from '../overview/overview-page.tsx';
export { PlaintextPage } from '../plaintext/plaintext-page.tsx';
export { AlwaysList } from '../programs/always-list.tsx';
export { AskDialog } from '../programs/ask-dialog.tsx';
export { SettingsPage } from '../settings/settings-page.tsx';
export { TasksPage } from '../tasks/tasks-page.tsx';
export { Palette } from './palette.tsx';
export { SelectedApp } from './selected-app.tsx';
export { SelectedToken } from './selected-token.tsx';
export { ShortcutSheet } from './shortcut-sheet.tsx';
export { WizardView } from './wizard-view.tsx';
