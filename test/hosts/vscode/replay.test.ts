import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { judge } from '../../../server/hosts/judge';
import { placeIn } from '../../../server/hosts/places';
import type { Verdict } from '../../../server/hosts/verdict';
import { vscode } from '../../../server/hosts/vscode/host';
import { describeWithShared, readShared, sharedJson } from '../../support/shared';
import { type Diagnostic, saidHere, saidThere } from './said';

interface CorpusAnswer {
  readonly name: string;
  readonly description: string | null;
  readonly model: readonly string[] | null;
  readonly tools: readonly string[] | null;
  readonly promptLength: number;
  readonly diagnostics: readonly Diagnostic[];
}

interface MatrixAnswer {
  readonly src: string;
  readonly languageId: string;
  readonly diagnostics: readonly { readonly severity: string; readonly message: string }[];
}

const verdictOf = (text: string, file: string): Verdict => {
  const place = placeIn(vscode, file, { home: '~' });
  assert.ok(place, file);
  return judge(outlineOf(text), place);
};

/** The names as VS Code keeps them: unknown ones too in its own folders, mapped ones in Claude Code's. */
function keptTools({ persona, tools, place }: Verdict): string | null {
  if (!persona || persona.tools.all) return null;
  const names =
    place.location.dialect === 'claude'
      ? persona.tools.granted
      : tools
          .filter((tool) => tool.key === 'tools' && tool.why !== 'not-text')
          .map((tool) => tool.written);
  return [...new Set(names)].sort().join();
}

/** The models as VS Code keeps them. */
function keptModels({ persona, place }: Verdict): string | null {
  const { written, effective } = persona?.model ?? { written: null, effective: null };
  if (written === null) return null;
  if (place.location.dialect === 'claude') return effective === 'inherit' ? '' : (effective ?? '');
  return [written].flat().join();
}

function disagreements(verdict: Verdict, there: CorpusAnswer): string[] {
  const { persona } = verdict;
  if (!persona) return ['no agent here'];
  const here: Readonly<Record<string, string | null>> = {
    name: persona.name,
    description: persona.description,
    model: keptModels(verdict),
    tools: keptTools(verdict),
    promptLength: String(persona.prompt.length),
    said: saidHere(verdict).join('; '),
  };
  const expected: Readonly<Record<string, string | null>> = {
    name: there.name,
    description: there.description,
    model: there.model?.join() ?? null,
    tools: there.tools ? [...new Set(there.tools)].sort().join() : null,
    promptLength: String(there.promptLength),
    said: saidThere(there.diagnostics).join('; '),
  };
  return Object.keys(here)
    .filter((part) => here[part] !== expected[part])
    .map(
      (part) =>
        `${part}: ${JSON.stringify(expected[part])} there, ${JSON.stringify(here[part])} here`,
    );
}

describeWithShared('VS Code: real files', () => {
  const folders = {
    github: '.github/agents/probe.agent.md',
    claude: '.claude/agents/probe.md',
  } as const;
  for (const [dialect, file] of Object.entries(folders) as [keyof typeof folders, string][]) {
    it(`agrees on every file of the corpus in ${file}`, () => {
      const { files } = sharedJson<{ files: Record<string, Record<string, CorpusAnswer>> }>(
        'oracles/corpus/vscode.json',
      );
      const wrong = Object.entries(files).flatMap(([name, answers]) => {
        const there = answers[dialect];
        if (!there) return [`${name}: no answer recorded`];
        return disagreements(verdictOf(readShared(`corpus/${name}`), file), there).map(
          (one) => `${name}: ${one}`,
        );
      });
      assert.deepEqual(wrong, []);
      assert.equal(Object.keys(files).length, 1200);
    });
  }
});

describeWithShared('VS Code: recorded cases', () => {
  it('says what VS Code said under each of them', () => {
    const { vscode: recorded } = sharedJson<{ vscode: { matrix: Record<string, MatrixAnswer> } }>(
      'hosts/vscode-copilot.json',
    );
    let compared = 0;
    const wrong = Object.entries(recorded.matrix).flatMap(
      ([file, { src, languageId, diagnostics }]) => {
        // The first are cut short in the record; Markdown gets no findings from VS Code.
        if (src.endsWith('…') || languageId !== 'chatagent' || !placeIn(vscode, file)) return [];
        compared++;
        const here = saidHere(verdictOf(src, file)).join('; ');
        const there = saidThere(
          diagnostics.map(({ severity, message }): Diagnostic => [severity, message]),
        ).join('; ');
        return here === there
          ? []
          : [`${file} ${JSON.stringify(src)}: ${there} there, ${here} here`];
      },
    );
    assert.deepEqual(wrong, []);
    assert.ok(compared > 90, `${compared} compared`);
  });
});
