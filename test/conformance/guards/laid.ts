// A project in which a program decides on calls.
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Laid } from './flow';

/** Each file of the project contains this. */
export const content = 'hello\n';
const files: readonly string[] = [
  ...['src/a.ts', 'a.ts', '.env', 'src/.env', 'secrets/k', 'src/deep/c.ts', 'README.md', 'x'],
];

/**
 * A folder with a project and its skills, and what else the program needs.
 * @param own the folder of the program in projects
 * @param more by their paths in the folder, which is the argument
 */
export function layProjectOf(
  own: string,
  more: (root: string) => Readonly<Record<string, string>>,
): Laid {
  // A program may ignore a home below the folder for temporary files.
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const root = realpathSync(mkdtempSync(path.join(parent, 'dossier-calls-')));
  const skill = (name: string): readonly [string, string] => [
    `project/${own}/skills/${name}/SKILL.md`,
    `---\nname: ${name}\ndescription: d\n---\n\nDo it.\n`,
  ];
  const all = Object.entries({
    ...Object.fromEntries(files.map((file) => [`project/${file}`, content])),
    ...Object.fromEntries(['review', 'deploy'].map(skill)),
    ...more(root),
  });
  for (const [file, text] of all) {
    const whole = path.join(root, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }
  return { root, project: path.join(root, 'project') };
}
