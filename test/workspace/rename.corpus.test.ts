// Agents of real repositories that others call are given another name: nobody calls the old one any more, nothing new is
// wrong, and nothing else has changed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { agentsIn } from '../../server/features/navigation';
import { rename } from '../../server/features/rename';
import { type View, viewOf } from '../../server/features/view';
import type { Place } from '../../server/hosts/place';
import { ownPlace } from '../../server/hosts/places';
import { hosts } from '../../server/hosts/registry';
import { defaultSettings } from '../../server/settings/settings';
import { applyEdits } from '../../server/text/edit';
import { type WorkspaceIndex, workspaceIndex } from '../../server/workspace/index';
import { corpusFiles } from '../support/corpus';
import { describeWithShared } from '../support/shared';

/** The folder of the corpus says for whom a file was written. */
const written: Readonly<Record<string, string>> = {
  claude: 'claude-code',
  copilot: 'vscode',
  opencode: 'opencode',
  kilo: 'kilo',
};

interface File {
  readonly place: Place;
  readonly text: string;
}

/** Each repository as a workspace of its own. */
function repositories(): readonly (readonly File[])[] {
  const found = new Map<string, File[]>();
  for (const file of corpusFiles()) {
    const [, folder = '', repository = ''] = /corpus\/([^/]+)\/([^/]+)\//.exec(file) ?? [];
    const host = hosts.find(({ id }) => id === written[folder]);
    const own = host && ownPlace(host, path.basename(file));
    if (!own) continue;
    const place = { ...own, path: `/w/${own.path}` };
    const files = found.get(repository) ?? [];
    if (files.some((one) => one.place.path === place.path)) continue;
    files.push({ place, text: readFileSync(file, 'utf8') });
    found.set(repository, files);
  }
  return [...found.values()];
}

class Workspace {
  readonly index: WorkspaceIndex = workspaceIndex();
  readonly texts: Map<string, string>;
  private readonly files: readonly File[];

  constructor(files: readonly File[]) {
    this.files = files;
    this.texts = new Map(files.map(({ place, text }) => [place.path, text]));
    for (const { place, text } of files)
      this.index.put(place.path, agentsIn(this.view(place, text)));
  }

  view(place: Place, text: string): View {
    const { index: neighbours } = this;
    return viewOf({
      path: place.path,
      text,
      places: [place],
      settings: defaultSettings,
      neighbours,
    });
  }

  viewAt(at: string, text = this.texts.get(at)): View | null {
    const file = this.files.find(({ place }) => place.path === at);
    return file && text !== undefined ? this.view(file.place, text) : null;
  }

  findings(): number {
    return this.files.reduce((sum, { place }) => {
      const view = this.viewAt(place.path);
      return sum + (view ? view.findings().length : 0);
    }, 0);
  }
}

describeWithShared('renaming agents of real files', () => {
  it('changes every call of them, and nothing else', () => {
    let renamed = 0;
    for (const files of repositories()) {
      const workspace = new Workspace(files);
      for (const agent of workspace.index.all()) {
        const { place, id, nameSpan } = agent;
        if (id === null || workspace.index.callers(place.host, id).length === 0) continue;
        const caller = workspace.index.callers(place.host, id)[0];
        const call = caller?.references.find(({ kind, name }) => kind === 'agent' && name === id);
        const view = caller && workspace.viewAt(caller.path);
        if (!view || !call || call.isPattern) continue;
        const name = `${id}-anew`;
        const { index } = workspace;
        const done = rename(view, call.span.start, {
          ...{ name, index },
          viewAt: (at, text) => workspace.viewAt(at, text),
        });
        if ('refused' in done) assert.fail(`${id}: ${done.refused}`);
        const after = new Workspace(
          files.map((file) => {
            const move = done.moves.find(({ from }) => from === file.place.path);
            const text = applyEdits(file.text, done.edits.get(file.place.path) ?? []);
            const base = move ? name : file.place.base;
            return {
              text,
              place: {
                ...file.place,
                path: move?.to ?? file.place.path,
                base,
                below: move ? `${name}.md` : file.place.below,
              },
            };
          }),
        );
        assert.equal(after.index.callers(place.host, id).length, 0, `${id} is called no more`);
        assert.ok(after.index.callers(place.host, name).length > 0, `${name} is called`);
        assert.equal(after.index.called(place.host, name).length > 0, true, `${name} is there`);
        assert.ok(after.findings() <= workspace.findings(), `${id}: something new is wrong`);
        // Taken back, word for word, it is what it was.
        for (const [at, edits] of done.edits) {
          const text = workspace.texts.get(at) ?? '';
          for (const { span } of edits) assert.equal(text.slice(span.start, span.end), id, at);
        }
        if (nameSpan === null)
          assert.ok(done.moves.length > 0, `${id} takes its name from the path`);
        renamed++;
      }
    }
    assert.ok(renamed > 20, `${renamed} agents were renamed`);
    console.log(`    ${renamed} agents were renamed`);
  }).timeout(120_000);
});
