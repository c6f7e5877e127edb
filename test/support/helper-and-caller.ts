// Two agents in a folder whose path every client spells in its own way, of which one calls the other.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const helper = '---\nname: helper\ndescription: Helps.\n---\nYou help.\n';
export const caller =
  '---\nname: caller\ndescription: Calls.\ntools: Agent(helper), MultiEdit\n---\nYou call.\n';

/** Writes the files into a new folder, and returns its path. */
export function helperAndCaller(): string {
  const made = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'dossier '));
  const root = path.join(made, 'josé@home+é');
  const agents = path.join(root, '.claude/agents');
  fs.mkdirSync(agents, { recursive: true });
  fs.writeFileSync(path.join(agents, 'helper.md'), helper);
  fs.writeFileSync(path.join(agents, 'caller.md'), caller);
  return root;
}
