// The folder that the tests open: a fresh copy of test/editor/workspace, with the five seeds in their
// hosts' folders.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { resourcesOf } from '../../../scripts/resources.mjs';

const { seeds } = resourcesOf(root);
const homes = {
  '000.md': '.github/agents/000.agent.md',
  '001.md': '.claude/agents/001.md',
  '002.md': 'packages/second/.claude/agents/002.md',
  '003.md': '.opencode/agent/003.md',
  // Written for Claude Code: its color prevents OpenCode from starting.
  '004.md': '.opencode/agent/004.md',
};

/** The files of the tests' workspace, into an empty folder. */
export function fillWorkspace(folder) {
  cpSync(path.join(root, 'test/editor/workspace'), folder, { recursive: true });
  for (const [seed, home] of Object.entries(homes)) {
    mkdirSync(path.dirname(path.join(folder, home)), { recursive: true });
    cpSync(path.join(seeds, seed), path.join(folder, home));
  }
  // Created at the start, because the watcher of the editor may miss the content of a folder that is created later.
  mkdirSync(path.join(folder, 'packages/team/.claude/agents'), { recursive: true });
}

export function makeWorkspace(fill = fillWorkspace) {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-editor-')));
  const folder = path.join(scratch, 'workspace');
  mkdirSync(folder);
  fill(folder);
  // A separate home folder, so that the agents of the developer are not included.
  const home = path.join(scratch, 'home');
  mkdirSync(home);
  return {
    scratch,
    folder,
    home,
    dispose: () =>
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
