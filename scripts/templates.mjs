// The initial files of a new rule or host: scripts/templates with names filled in. CONTRIBUTING.md shows the same files.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const camel = (name) => name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const title = (name) =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

const isName = (name) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);

function filled(root, template, name, date) {
  const text = readFileSync(path.join(root, 'scripts/templates', `${template}.txt`), 'utf8');
  return text
    .replaceAll('__CAMEL__', camel(name))
    .replaceAll('__TITLE__', title(name))
    .replaceAll('__DATE__', date)
    .replaceAll(/__(?:NAME|ID)__/g, name);
}

const today = () => new Date().toISOString().slice(0, 10);

/**
 * Returns the files of a new rule or host: contents by path relative to the project root.
 * @param kind `rule` or `host`
 * @param date of the last verification of the host, as YYYY-MM-DD
 * @throws if the name is not lowercase with hyphens.
 */
export function filesOf(kind, root, name, date = today()) {
  if (!isName(name)) throw new Error(`"${name}" is no name: use lowercase words and hyphens.`);
  const text = (template) => filled(root, template, name, date);
  if (kind === 'rule')
    return {
      [`server/rules/all/${name}.ts`]: text('rule.ts'),
      [`test/rules/${name}.test.ts`]: text('rule.test.ts'),
    };
  return {
    [`server/hosts/${name}/host.ts`]: text('host.ts'),
    [`test/hosts/${name}/host.test.ts`]: text('host.test.ts'),
  };
}
