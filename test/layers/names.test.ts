// The knowledge about a host is in its folder. Rules and features use the declarations. The name of a host, a tool, a model, a
// color or a folder among their strings is knowledge in the wrong folder.
import assert from 'node:assert/strict';
import type { Dialect } from '../../server/hosts/model/dialect';
import { hosts } from '../support/catalog';
import { code, read } from './sources';

/** Names that are ordinary words too, in code or in the protocol. */
const ordinary = new Set(
  'agent agents all code context custom default edit error execute file hidden hooks info inherit list mode model name none path primary read rename search skill subagent success task text todo type update user view warning web write'.split(
    ' ',
  ),
);

const namesOf = (dialect: Dialect): readonly string[] => [
  ...dialect.tools.tools.map(({ name }) => name),
  ...dialect.tools.former.map(({ name }) => name),
  ...dialect.models.models.map(({ id }) => id),
  ...dialect.colors.map(({ value }) => value),
];

const names = new Set(
  hosts
    .flatMap((host) => [host.id, host.name, ...Object.values(host.dialects).flatMap(namesOf)])
    .filter((name) => name.length > 1 && !ordinary.has(name)),
);
const folders = new Set(
  hosts.flatMap(({ locations }) =>
    locations.flatMap(({ glob }) => glob.split('/').filter((part) => /^\.[a-z]+$/.test(part))),
  ),
);

/** A rule's examples, which must name things. */
const examples = /^export const examples = [\s\S]*?^\}\)?;$/gm;
/** Texts of one line in quotes. */
const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g;

const textsOf = (file: string): readonly string[] =>
  read(file)
    .replace(examples, '')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*\*|import\b|export .* from\b)/.test(line))
    .flatMap((line) => [...line.matchAll(literal)].map((found) => found[1] ?? found[2] ?? ''));

describe('rules and features', () => {
  const rooms = code.filter((file) => /^server\/(rules|features)\//.test(file));

  it('name no host, tool, model or color', () => {
    assert.ok(names.size > 20, 'the declarations are read');
    const reported = rooms.flatMap((file) =>
      textsOf(file).flatMap((text) => (names.has(text) ? [`${file}: ${text}`] : [])),
    );
    assert.deepEqual(reported, []);
  });

  it('name no folder of a host', () => {
    const reported = rooms.flatMap((file) =>
      textsOf(file).flatMap((text) =>
        [...folders]
          .filter((folder) => text.includes(folder))
          .map((folder) => `${file}: ${folder}`),
      ),
    );
    assert.deepEqual(reported, []);
  });
});
