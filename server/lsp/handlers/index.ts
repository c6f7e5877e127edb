// Registers the handlers of all client messages, grouped by topic.
import type { Session } from '../session';
import { handleAgents } from './agents';
import { handleCalls } from './calls';
import { handleCommands } from './commands';
import { handleCompletion } from './completion';
import { handleConvert } from './convert';
import { handleDiagnostics } from './diagnostics';
import { handleEditorTools } from './editor-tools';
import { handleEdits } from './edits';
import { handleGuards } from './guards';
import { handleLenses } from './lenses';
import { handleLifecycle } from './lifecycle';
import { handleNavigation } from './navigation';
import { handleOwn } from './own';
import { handlePlugins } from './plugins';
import { handlePrograms } from './programs';
import { handleReading } from './reading';
import { handleRenaming } from './renaming';
import { handleSettings } from './settings';
import { handleSync } from './sync';

export const handlers: readonly ((session: Session) => void)[] = [
  handleLifecycle,
  handleSettings,
  handleSync,
  handleDiagnostics,
  handleCompletion,
  handleReading,
  handleLenses,
  handleCommands,
  handleEdits,
  handleNavigation,
  handleRenaming,
  handleCalls,
  handleOwn,
  handleEditorTools,
  handlePrograms,
  handleAgents,
  handleConvert,
  handleGuards,
  handlePlugins,
];
