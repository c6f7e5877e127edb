// The check of texts and translations, on a correct generated project and on one with each kind of fault.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Files = Readonly<Record<string, unknown>>;

interface Checked {
  readonly status: number | null;
  /** One line for each fault. */
  readonly output: string[];
  /** What is only noted. */
  readonly notes: string[];
}

/** The result of the check for a project. */
function checked(files: Files, ...words: readonly string[]): Checked {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-texts-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    }
    const run = spawnSync(process.execPath, ['scripts/l10n.mjs', '--root', root, ...words], {
      encoding: 'utf8',
    });
    const notes = run.stdout.split('\n').filter((line) => line.startsWith('note: '));
    // The compiler's own process may report that it was ended.
    const output = run.stderr
      .replace(/^context canceled$/m, '')
      .trim()
      .split('\n');
    return { status: run.status, output, notes };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const nls = { open: 'Open `tools`' };
const printed = { open: 'Öffnen: `tools`' };
const bundle = {
  Agent: 'Agent',
  'Open {0}': '{0} öffnen',
  '{0} row': '{0} Zeile',
  '{0} rows': '{0} Zeilen',
};
const messages = {
  'No limit.': 'Kein Limit.',
  '{host} ignores it.': '{host} ignoriert es.',
  'Remove "{key}"': '"{key}" entfernen',
};
const manifest = {
  l10n: './l10n',
  contributes: { commands: [{ command: 'a.b', title: '%open%', category: 'Dossier' }] },
};
const right: Files = {
  'package.json': manifest,
  'package.nls.json': nls,
  'package.nls.de.json': printed,
  'l10n/languages.json': { de: ['Agent'] },
  'l10n/bundle.l10n.de.json': bundle,
  'client/good.ts': `
    import { plural, t } from './words';
    export const title = (name: string) => t('Agent') + t('Open {0}', name);
    export const rows = (count: number) => plural(count, '{0} row', '{0} rows');
    export const page = () => html\`<p class="one two" title="\${t('Agent')}">\${t('Agent')} &amp; \${1}</p>\`;
    export const key = (event: { key: string }) => event.key === 'Enter' || log.error('It did not start.');
    export const box = (a: boolean) => element('p', { class: a ? 'one two' : 'three' });
    export const key2 = (name: string) => \`folder \${name}\` + '<b class="one two">';
  `,
  'l10n/server.l10n.de.json': messages,
  'server/hosts/good.ts': `
    const dropped = (effect: string) => ({ effect });
    export const field = { absent: 'No limit.', summary: 'The name of it.', otherwise: dropped('{host} ignores it.') };
    export const choices = [choice('red', 'Red and nothing else.')];
  `,
  'server/rules/good.ts': `
    export const title = (key: string) => t('Remove "{key}"', { key });
    export const docs = { why: 'It is never read.' };
  `,
};

/** One language per fault: changes to its bundle and manifest, and the expected message. */
const languages: Readonly<Record<string, readonly [string, object, object, RegExp]>> = {
  'a missing text': ['aa', { 'Open {0}': undefined }, {}, /aa\.json: "Open \{0\}" is missing/],
  'a stale text': ['bb', { 'Shut it': 'Zu' }, {}, /bb\.json: "Shut it" is used nowhere/],
  'an empty text': ['cc', { 'Open {0}': ' ' }, {}, /cc\.json: "Open \{0\}" is empty/],
  'English for a translation': [
    'dd',
    { '{0} row': '{0} row' },
    {},
    /dd\.json: "\{0\} row" is still English/,
  ],
  'other places': [
    'ee',
    { 'Open {0}': '{1} öffnen' },
    {},
    /ee\.json: .* must hold \{0\}, not \{1\}/,
  ],
  'other code': [
    'ff',
    {},
    { open: '`Werkzeuge` öffnen' },
    /nls\.ff\.json: "open" must hold `tools`, not `Werkzeuge`/,
  ],
  'a missing text of the manifest': [
    'gg',
    {},
    { open: undefined },
    /nls\.gg\.json: "open" is missing/,
  ],
  'a stale text of the manifest': [
    'hh',
    {},
    { shut: 'Zu' },
    /nls\.hh\.json: "shut" is used nowhere/,
  ],
  'a word that is not the same': ['ii', { Agent: 'Agentin' }, {}, /"Agent" is not the same in ii/],
};

/** One file per fault. */
const client: Readonly<Record<string, readonly [code: string, output: RegExp]>> = {
  'a message past t': [
    `void vscode.window.showErrorMessage('no file');`,
    /client\/bad0\.ts:1: shows "no file" past t/,
  ],
  'a label past t': [
    `export const row = (a: boolean) => ({ label: a ? 'open it' : \`\${a} shut\` });`,
    /bad1\.ts:1: shows "open it" past t.*\n.*bad1\.ts:1: shows "… shut" past t/,
  ],
  'a tooltip past t': [`\nitem.tooltip = 'go there';`, /bad2\.ts:2: shows "go there" past t/],
  'words of HTML past t': [
    'export const page = () => html`<b title="mend it">${1}<i>twice</i></b>`;',
    /bad3\.ts:1: shows "mend it" past t.*\n.*bad3\.ts:1: shows "twice" past t/,
  ],
  'a child of an element past t': [
    `export const one = () => element('p', {}, 'none');`,
    /bad4\.ts:1: shows "none" past t/,
  ],
  'a sentence past t': [`export const one = fact('Called');`, /bad5\.ts:1: shows "Called" past t/],
  'a text that is no literal': [
    `export const one = (text: string) => t(text);`,
    /bad6\.ts:1: passes a string that is not a literal/,
  ],
  'a text with a value in it': [
    'export const one = (n: number) => t(`Row ${n}`);',
    /bad7\.ts:1: passes a string that is not a literal/,
  ],
  'a text before its time': [
    `export const one = t('Agent');`,
    /bad8\.ts:1: is translated before the language is known/,
  ],
  'values without a place': [
    `export const one = () => t('Open {0}', 1, 2);`,
    /bad9\.ts:1: fills in 2, and not as many stand in "Open \{0\}"/,
  ],
  'a part of a sentence past t': [
    'export const parts = (n: number) => [`${n} of them above`];',
    /bad10\.ts:1: shows "… of them above" past t/,
  ],
  'words that are filled in past t': [
    `export const one = () => t('Open {0}', 'the file');`,
    /bad11\.ts:1: shows "the file" past t/,
  ],
};

/** One file of the server per fault. */
const server: Readonly<Record<string, readonly [file: string, code: string, output: RegExp]>> = {
  'a template that is not translated': [
    'server/hosts/bad0.ts',
    `export const flaw = { effect: '{host} rejects it.' };`,
    /server\.l10n\.aa\.json: "\{host\} rejects it\." is missing/,
  ],
  'a declared phrase that is not translated': [
    'server/hosts/bad1.ts',
    `export const one = phrase('a list of rules');`,
    /server\.l10n\.aa\.json: "a list of rules" is missing/,
  ],
  'a sentence of a rule past t': [
    'server/rules/bad2.ts',
    `export const found = () => ({ message: 'The name is empty.' });`,
    /server\/rules\/bad2\.ts:1: shows "The name is empty\." past t/,
  ],
  'a template with a value in it': [
    'server/features/bad3.ts',
    'export const lens = (n: number) => t(`${n} tools`);',
    /server\/features\/bad3\.ts:1: translates a text with a value in it/,
  ],
  'another placeholder': [
    'server/hosts/good.ts',
    String(right['server/hosts/good.ts']),
    /server\.l10n\.aa\.json: "\{host\} ignores it\." must hold \{host\}, not \{program\}/,
  ],
  'a stale template': [
    'server/rules/good.ts',
    String(right['server/rules/good.ts']),
    /server\.l10n\.aa\.json: "Drop it\." is used nowhere/,
  ],
};

const elsewhere: Readonly<Record<string, RegExp>> = {
  'a language without a name': /package\.nls\.zz\.json: is of a language/,
  'a key of the manifest without a text': /contributes\.commands\.1\.title: asks for gone/,
  'a text that the manifest does not use': /package\.nls\.json: spare is asked for nowhere/,
  'a text in the manifest itself': /contributes\.views\.a\.0\.name: holds "Agents"/,
  'a manifest that names no bundles': /package\.json: has no "l10n"/,
};

const perLanguage = Object.values(languages);
const wrong: Files = {
  ...right,
  'package.json': {
    contributes: {
      commands: [...manifest.contributes.commands, { command: 'a.c', title: '%gone%' }],
      views: { a: [{ id: 'a', name: 'Agents' }] },
    },
  },
  'package.nls.json': { ...nls, spare: 'Spare' },
  'package.nls.zz.json': {},
  'l10n/languages.json': Object.fromEntries(perLanguage.map(([id]) => [id, ['Agent']])),
  ...Object.fromEntries(
    perLanguage.flatMap(([id, texts, own]) => [
      [`l10n/bundle.l10n.${id}.json`, { ...bundle, ...texts }],
      [`package.nls.${id}.json`, { ...printed, spare: 'Rest', ...own }],
    ]),
  ),
  'l10n/server.l10n.aa.json': {
    ...messages,
    '{host} ignores it.': '{program} ignoriert es.',
    'Drop it.': 'Weg damit.',
  },
  ...Object.fromEntries(Object.values(server).map(([file, code]) => [file, code] as const)),
  ...Object.fromEntries(
    Object.values(client).map(([code], n) => [`client/bad${n}.ts`, code] as const),
  ),
};

describe('the check of texts', () => {
  it('accepts a correct project', () => {
    assert.deepEqual(checked(right), { status: 0, output: [''], notes: [] });
    assert.deepEqual(checked(right, '--release'), { status: 0, output: [''], notes: [] });
  });

  it('only notes a missing translation, except for a release', () => {
    const { 'No limit.': _, ...others } = messages;
    const lacking = { ...right, 'l10n/server.l10n.de.json': others };
    const missing = 'l10n/server.l10n.de.json: "No limit." is missing';
    assert.deepEqual(checked(lacking), { status: 0, output: [''], notes: [`note: ${missing}`] });
    assert.deepEqual(checked(lacking, '--release'), { status: 1, output: [missing], notes: [] });
  });

  it('names the new text for a translation whose English text was changed', () => {
    const { '{0} row': row, ...others } = bundle;
    const changed = { ...right, 'l10n/bundle.l10n.de.json': { ...others, '{0} single row': row } };
    assert.deepEqual(checked(changed).output, [
      'l10n/bundle.l10n.de.json: "{0} single row" is used nowhere; read its translation again for "{0} row"',
    ]);
  });

  it('notes a text of the manifest that was changed since its translations were read', () => {
    const changed = { ...right, 'l10n/manifest-read.json': { open: 'Show `tools`' } };
    const advice =
      'package.nls.json: "open" has changed: read its translations again, then run node scripts/l10n.mjs --read';
    assert.deepEqual(checked(changed), { status: 0, output: [''], notes: [`note: ${advice}`] });
    assert.deepEqual(checked(changed, '--release').output, [advice]);
    assert.deepEqual(checked(changed, '--read'), { status: 0, output: [''], notes: [] });
  });

  describe('finds', () => {
    let all = '';
    before(() => {
      const { status, output, notes } = checked(wrong);
      assert.equal(status, 1);
      all = [...output, ...notes].join('\n');
    });

    const expected: readonly (readonly [string, RegExp])[] = [
      ...Object.entries(languages).map(([what, [, , , output]]) => [what, output] as const),
      ...Object.entries(client).map(([what, [, output]]) => [what, output] as const),
      ...Object.entries(server).map(([what, [, , output]]) => [what, output] as const),
      ...Object.entries(elsewhere),
    ];
    for (const [what, output] of expected) it(what, () => assert.match(all, output));
  });
});
