// Codex shows the roles that it offers in the description of a tool. Nothing is started and nothing is sent.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtIn, programBelow, rolesOf, version } from '../oracles/codex';
import type { Laid } from './lay';
import type { Program } from './program';

/** One for all cases: the first start in a new one takes many seconds. */
const ownHome = (): string => {
  const home = mkdtempSync(path.join(tmpdir(), 'dossier-codex-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  return home;
};
let known: string | undefined;

export const codex: Program = {
  host: 'codex',
  marks: false,
  ask: async (folder, laid) => {
    known ??= ownHome();
    fill(known, laid);
    const program = programBelow(path.join(folder, 'node_modules/@openai'));
    const roles = rolesOf(program, { root: laid.start, home: known });
    // It shows its own roles only next to others.
    if (roles.length === 0)
      return { version, agents: [...builtIn].map((name) => ({ name, files: [] })) };
    const agents = roles.map(({ name, lines }) => ({
      name,
      files: lines.filter((line) => line.endsWith('.toml')).slice(0, 1),
    }));
    return { version, agents };
  },
};

/** The files of the user, who trusts the project. */
function fill(home: string, { home: laidHome, project }: Laid): void {
  const [agents, config] = [path.join(home, 'agents'), path.join(home, 'config.toml')];
  for (const one of [agents, config]) rmSync(one, { recursive: true, force: true });
  const own = path.join(laidHome, '.codex');
  if (existsSync(own)) cpSync(own, home, { recursive: true });
  const tables = existsSync(config) ? readFileSync(config, 'utf8') : '';
  const trust = `[projects.${JSON.stringify(project)}]\ntrust_level = "trusted"\n`;
  writeFileSync(config, `${tables}\n${trust}`);
}
