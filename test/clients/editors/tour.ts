// A folder for a tour through the features in a real editor, and `dossier` on the path, as it is after its installation.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const files = {
  '.claude/agents/caller.md':
    '---\nname: caller\ndescription: Calls.\ntools: Agent(helper), MultiEdit\nmodel: \ncolor: Blue\n---\nYou call.\n',
  '.claude/agents/helper.md': '---\nname: helper\ndescription: Helps.\n---\nYou help.\n',
  '.opencode/agent/lead.md':
    '---\ndescription: Leads.\ncolor: "#ff8800"\npermission:\n  task:\n    team: allow\n---\nYou lead.\n',
  'plug/.claude-plugin/plugin.json': '{ "name": "pl" }\n',
  'plug/agents/a.md': '---\nname: a\ndescription: Asks.\ntools: Read, Agent(pl:b)\n---\nYou ask.\n',
  'plug/agents/b.md': '---\nname: b\ndescription: Builds.\n---\nYou build.\n',
  '.opencode/agent/team.md': '---\ndescription: Works.\nmode: subagent\n---\nYou work.\n',
} as const;

export interface Tour {
  /** The folder of the workspace, whose path every client spells in its own way. */
  readonly root: string;
  /** A folder for the configuration of the editor. */
  readonly config: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly at: (file: string) => string;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => string;
  readonly remove: () => void;
}

interface TourOptions {
  /** A file to which the messages of the session are written. */
  readonly transcript?: string;
  /** The name of the workspace folder. */
  readonly folder?: string;
}

export function tour({ transcript, folder = 'josé@home+é' }: TourOptions = {}): Tour {
  const made = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'dossier '));
  const root = path.join(made, folder);
  const config = path.join(made, 'config');
  const bin = path.join(made, 'bin');
  for (const one of [bin, config]) fs.mkdirSync(one, { recursive: true });
  const write = (file: string, text: string): string => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  };
  for (const [file, text] of Object.entries(files)) write(path.join(root, file), text);
  const cli = JSON.stringify(path.resolve('dist/cli.js'));
  const node = JSON.stringify(process.execPath);
  const recorder = JSON.stringify(path.resolve('test/clients/editors/recorder.mjs'));
  const recorded = transcript === undefined ? '' : `${recorder} ${JSON.stringify(transcript)} `;
  const command = transcript === undefined ? cli : `${recorded}${cli}`;
  write(path.join(bin, 'dossier'), `#!/bin/sh\nexec ${node} ${command} "$@"\n`);
  fs.chmodSync(path.join(bin, 'dossier'), 0o755);
  spawnSync('git', ['init', '-q'], { cwd: root });
  return {
    root,
    config,
    environment: {
      ...process.env,
      HOME: made,
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      XDG_CONFIG_HOME: config,
      XDG_CACHE_HOME: config,
      XDG_DATA_HOME: config,
      XDG_STATE_HOME: config,
    },
    at: (file) => path.join(root, file),
    read: (file) => fs.readFileSync(path.join(root, file), 'utf8'),
    write: (file, text) => write(path.join(config, file), text),
    remove: () => fs.rmSync(made, { recursive: true }),
  };
}

/** Fails unless the agent `b` of the plugin is named `c`, where it is defined and where it is called. */
export function assertPluginRenamed({ read }: Tour): void {
  assert.equal(read('plug/agents/b.md'), files['plug/agents/b.md'].replace('name: b', 'name: c'));
  assert.equal(read('plug/agents/a.md'), files['plug/agents/a.md'].replace('pl:b', 'pl:c'));
}
