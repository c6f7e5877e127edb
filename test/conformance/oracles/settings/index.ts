// The programs that can be asked about settings.
import type { Ask } from '../skills';
import { askClaudeCode } from './claude-code';

interface Asked {
  readonly ask: Ask;
  /** Where texts without a place of their own are asked about. */
  readonly place: string;
}

/** By the id of the host. */
export const settingsAskers: Readonly<Record<string, Asked>> = {
  'claude-code': { ask: askClaudeCode, place: '.claude/settings.json' },
};
