// Compares the documents that start the server and show the preview button with the locations that the hosts declare.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { otherPatterns, patterns } from '../../client/agent-patterns';
import { documentSelector, referencingPatterns } from '../../client/documents';
import { misplacedSkill } from '../../server/hosts/catalog/misplaced';
import { namingGlobs } from '../../server/workspace/companions/files';
import { catalog, hosts } from '../support/catalog';

interface Language {
  readonly id: string;
  readonly filenamePatterns?: readonly string[];
}

interface Button {
  readonly command: string;
  readonly when: string;
}

interface Manifest {
  readonly contributes: {
    readonly languages: readonly Language[];
    readonly menus: { readonly 'editor/title': readonly Button[] };
  };
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

const served = picomatch([...patterns, ...otherPatterns], { dot: true });

/** Paths that match a glob: all alternatives of its braces, one folder for `**`, a name for `*`. */
function samples(glob: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(glob);
  if (braces) {
    const [all, inner = ''] = braces;
    return inner.split(',').flatMap((one) => samples(glob.replace(all, one)));
  }
  return [`/home/someone/work/${glob.replaceAll('**', 'team').replaceAll('*', 'reviewer')}`];
}

function showsButton(file: string): boolean {
  const button = manifest.contributes.menus['editor/title'].find(
    ({ command }) => command === 'dossier.previewPersona',
  );
  const source = /resourcePath =~ \/(.*)\/$/.exec(button?.when ?? '')?.[1];
  return source !== undefined && new RegExp(source).test(file);
}

/** The languages that the manifest gives to a file. */
const languagesOf = (file: string): readonly string[] =>
  manifest.contributes.languages
    .filter(({ filenamePatterns = [] }) => picomatch([...filenamePatterns], { dot: true })(file))
    .map(({ id }) => id);

describe('the documents of the client', () => {
  for (const host of hosts) {
    for (const { glob } of host.locations) {
      for (const file of samples(glob)) {
        it(`${host.id}: serves ${glob} and shows the preview there`, () => {
          assert.ok(served(file), file);
          // Settings have no preview.
          assert.equal(showsButton(file), glob.includes('*'), file);
        });
      }
    }
  }

  it('are also skills that no program reads because of their names, and no other files of skills', () => {
    const folders = hosts.flatMap(({ locations }) =>
      locations.flatMap(({ glob, scope, role }) =>
        glob.endsWith('/SKILL.md') && scope === 'project' && role === 'owner'
          ? samples(glob.slice(0, glob.indexOf('/*')))
          : [],
      ),
    );
    const misplaced = [...new Set(folders)]
      .flatMap((folder) => [`${folder}/x.md`, `${folder}/x/skill.md`])
      .filter((file) => misplacedSkill(catalog, file) !== null);
    assert.ok(misplaced.length > 10, String(misplaced.length));
    for (const file of misplaced) assert.ok(served(file), file);
    for (const other of [
      '.claude/skills/x/references/a.md',
      'skills/a.md',
      'docs/skills/x/skill.md',
    ])
      assert.ok(!served(`/w/${other}`), other);
  });

  // Every editor has a language for JSON, and one for JSON with comments, which stay.
  for (const host of hosts)
    for (const { glob } of host.locations)
      for (const file of samples(glob).filter((one) => !one.endsWith('.md')))
        it(`${host.id}: gives ${file} a language, or leaves it its own`, () => {
          const own = file.endsWith('.toml') ? 'toml' : 'markdown';
          assert.deepEqual(languagesOf(file), /\.jsonc?$/.test(file) ? [] : [own]);
        });

  it('leave the languages of other files to other extensions', () => {
    for (const file of ['/w/Cargo.toml', '/w/agents/x.toml', '/w/docs/x.mdc', '/w/x.markdown'])
      assert.deepEqual(languagesOf(file), [], file);
  });

  it('start the server for files that only reference agents', () => {
    const naming = picomatch([...referencingPatterns], { dot: true });
    // A folder of this name starts nothing; the server registers for it when it runs.
    const inPlugins = 'commands/**/*.md';
    for (const glob of namingGlobs(catalog).filter((one) => one !== inPlugins))
      for (const file of samples(glob)) assert.ok(naming(file), `${glob}: ${file}`);
    for (const file of [
      '/w/README.md',
      '/w/package.json',
      '/w/.mcp.json',
      '/w/.vscode/settings.json',
    ])
      assert.ok(!naming(file), file);
  });

  it('exclude other Markdown files', () => {
    for (const file of ['/w/README.md', '/w/docs/agent/intro.md', '/w/CLAUDE.md']) {
      assert.ok(!served(file), file);
      assert.ok(!showsButton(file), file);
    }
  });

  it('have every language of agent files, and exclude earlier versions of files', () => {
    const selector = documentSelector();
    assert.deepEqual(
      new Set(selector.map(({ language }) => language)),
      new Set(['chatagent', 'prompt', 'markdown', undefined]),
    );
    assert.ok(!selector.some(({ scheme }) => scheme === 'git'));
  });
});
