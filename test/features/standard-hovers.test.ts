// The hover of a key in documents of plugins: what each program does with it, and then what the standard states where that differs.
import assert from 'node:assert/strict';
import { hover } from '../../server/features/hover/hover';
import { caseFilesOf } from '../conformance/cases';
import { isPlugin, standardServersFile } from '../conformance/question';
import { catalog } from '../support/catalog';
import { hovering } from '../support/hovering';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const schemas = 'https://agent-plugins.org/schemas/1.0.0';
const manifest = (more: string): string =>
  `{ "$schema": "${schemas}/plugin.schema.json", "name": "tools"${more} }`;
const servers = (written: string): string =>
  `{ "$schema": "${schemas}/mcp.schema.json", "mcpServers": { ${written} } }`;

const inManifest = (template: string) => {
  const at = 'plug/plugin.json';
  return hovering(template, { at, files: { [at]: template.replace('|', '') } });
};

const inServers = (template: string, next = manifest('')) =>
  hovering(servers(template), { at: 'plug/mcp.json', files: { 'plug/plugin.json': next } });

const section = 'of Agent Plugins 1\\.0.0 requires that';

describe('hovers of the keys of plugins', () => {
  it('show what a program does, and then what the standard states of the manifest', () => {
    inManifest(manifest(', "aut|hor": ["Me"]')).shows(
      `**Codex** loads the plugin. Section 5\\.2 ${section} it is refused.`,
      '**Copilot CLI**: file rejected',
    );
    for (const more of ['"aut|hor": { "name": "Me" }', '"aut|hor": "Me"', '"vers|ion": 5'])
      inManifest(manifest(`, ${more}`)).omits('Section');
    inManifest(manifest(', "author": { "na|me": 5 }'))
      .over('name')
      .shows('**Codex** loads nothing from this plugin.');
  });

  it('show it of a server, at its name and at the key that is the cause', () => {
    const differs = `**Copilot CLI** loads the server. Section 7\\.2.2 ${section} it is skipped.`;
    for (const key of ['"comm|and": "/bin/x"', '"command": "x", "cw|d": "/"'])
      inServers(`"a": { "type": "stdio", ${key} }`).shows(
        differs,
        '**Codex** does not load the server.',
      );
    inServers('"a|": { "type": "stdio", "command": "/bin/x" }').over('a').shows(differs);
    inServers('"a": { "ty|pe": "stdio", "command": "/bin/x" }').omits('Section');
    inServers('"a|": { "type": "stdio", "command": "x" }').isEmpty();
  });

  it('show what one server costs the others', () => {
    const wrong = '"a": { "type": "streamable-http", "url": "x" }';
    const right = '"b": { "type": "stdio", "command": "x" }';
    inServers(`${wrong.replace('url', 'u|rl')}, ${right}`).shows(
      `**Copilot CLI** loads none of the servers. Section 7\\.2.2 ${section} only this one is skipped.`,
    );
    inServers(`${wrong}, ${right.replace('b', 'b|')}`).answers(
      `**Copilot CLI** does not load the server. Section 7\\.2.2 ${section} it is loaded.`,
    );
    inServers(wrong.replace('url', 'u|rl')).omits('Section');
  });

  it('state nothing where programs are free, and of another version', () => {
    inServers('"a": { "ty|pe": "sse", "url": "https://example.com/mcp" }').omits('Section');
    const later = manifest('').replace('1.0.0', '1.1.0');
    inServers('"a": { "type": "stdio", "comm|and": "/bin/x" }', later).omits('Section');
  });

  it('show what a program does with a part of a marketplace', () => {
    hovering(
      '{ "name": "all", "owner": { "name": "Me" }, "plugins": [{ "name": "x", "sou|rce": "x" }] }',
      { at: '.claude-plugin/marketplace.json' },
    ).shows('**Claude Code** does not install this plugin.');
  });

  for (const id of ['codex', 'copilot-cli'])
    it(`state of ${id} what was recorded`, () => {
      const name = catalog.hostById(id)?.name ?? '';
      const sentences = new RegExp(
        `^\\*\\*${name}\\*\\* (loads|does not load|loads none of) the (plugin|servers?)\\. Section`,
        'm',
      );
      const found: string[] = [];
      for (const { cases } of caseFilesOf(id).values())
        for (const { path, text, around = {}, facts } of cases.filter(isPlugin)) {
          if (path !== 'plug/plugin.json' && path !== standardServersFile) continue;
          const view = viewAt(text, { at: path, files: { ...around, [path]: text } });
          for (const [, key = '', from] of keysOf(text)) {
            const [, verb, what] = sentences.exec(words(hover(view, from)?.markdown ?? '')) ?? [];
            if (verb === undefined || what === undefined) continue;
            found.push(`${verb} ${what}`);
            if (what === 'plugin') assert.notEqual(facts['plugin'], 'no', text);
            else if (what === 'servers') assert.equal(facts['servers'], '(none)', text);
            else if (isName(text, key)) {
              const listed = (facts['servers'] ?? '').split(', ');
              assert.equal(listed.includes(key), verb === 'loads', `${key} in ${text}`);
            }
          }
        }
      const kinds = [...new Set(found)].sort();
      assert.deepEqual(
        kinds,
        id === 'codex'
          ? ['loads plugin']
          : ['does not load server', 'loads none of servers', 'loads server'],
      );
    });
});

/** The keys of a JSON text, each with an offset in it. */
const keysOf = (text: string): readonly (readonly [string, string, number])[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)].map(
    ({ 0: all, 1: key = '', index }) => [all, key, index + 1] as const,
  );

/** Whether a key is the name of a server. */
function isName(text: string, key: string): boolean {
  const { mcpServers } = JSON.parse(text) as { mcpServers?: Record<string, unknown> };
  return /^[\w.-]+$/.test(key) && Object.hasOwn(mcpServers ?? {}, key);
}
