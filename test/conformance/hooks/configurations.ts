// The configurations of docs/hooks.md and docs/mcp.md, so that what authors copy is what was asked.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hosts } from '../../support/catalog';

export type Page = 'hooks' | 'mcp';

/** The files of a program's section, by their paths in a project; none where the page has no such section. */
export function configurationsIn(page: Page, host: string): Readonly<Record<string, string>> {
  const name = hosts.find(({ id }) => id === host)?.name ?? host;
  const text = readFileSync(path.resolve(`docs/${page}.md`), 'utf8');
  const section = text.split(/^## /m).find((one) => one.startsWith(`${name}\n`)) ?? '';
  return Object.fromEntries(
    [...section.matchAll(/^In `([^`]+)`[^\n]*\n\n```json\n([\s\S]*?)```/gm)].map(
      ([, file = '', json = '']) => [file, json],
    ),
  );
}
