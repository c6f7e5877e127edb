// The configurations of docs/hooks.md, so that what authors copy is what was asked.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hosts } from '../../support/catalog';

const page = path.resolve('docs/hooks.md');
const command = 'dossier hook';

/** The files of a program's section, by their paths in a project, with another command in place of `dossier hook`. */
export function hookConfigurations(
  host: string,
  other = command,
): Readonly<Record<string, string>> {
  const name = hosts.find(({ id }) => id === host)?.name ?? host;
  const text = readFileSync(page, 'utf8');
  const section = text.split(/^## /m).find((one) => one.startsWith(`${name}\n`)) ?? '';
  const files = [...section.matchAll(/^In `([^`]+)`[^\n]*\n\n```json\n([\s\S]*?)```/gm)].map(
    ([, file = '', json = '']) => [
      file,
      json.replaceAll(JSON.stringify(command), JSON.stringify(other)),
    ],
  );
  if (files.length === 0) throw new Error(`docs/hooks.md states no configuration for ${name}`);
  return Object.fromEntries(files);
}
