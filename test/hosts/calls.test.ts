// What programs sent to the model when a skill or command was called, against what is stated here. The texts were called in the
// programs with a stub model; `!` commands only print.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { argumentNames, sentText } from '../../server/hosts/judge/skills/sent-text';
import { bodyLanguageAt } from '../../server/hosts/model/place';
import { viewAt } from '../support/viewing';

interface Recorded {
  readonly program: string;
  readonly cases: readonly {
    readonly subjects: readonly ('skill' | 'command')[];
    readonly head?: string;
    readonly text: string;
    readonly calls: readonly {
      readonly typed: string;
      readonly sent: string;
      readonly files?: readonly string[];
    }[];
  }[];
}

const places: Readonly<Record<string, { readonly skill: string; readonly command?: string }>> = {
  'claude-code': { skill: '.claude/skills/t/SKILL.md', command: '.claude/commands/t.md' },
  'copilot-cli': { skill: '.github/skills/t/SKILL.md', command: '.claude/commands/t.md' },
  grok: { skill: '.grok/skills/t/SKILL.md', command: '.grok/commands/t.md' },
  kimi: { skill: '.kimi-code/skills/t/SKILL.md' },
  opencode: { skill: '.opencode/skills/t/SKILL.md', command: '.opencode/commands/t.md' },
};

/** What is there in the folder in which the programs ran. */
const existing = ['note.txt', 'sub', 'sub/deep.md'];

for (const [host, paths] of Object.entries(places))
  describe(`calls of skills and commands in ${host}`, () => {
    const { cases }: Recorded = JSON.parse(
      readFileSync(`test/hosts/calls/${host}.data.json`, 'utf8'),
    );
    let unknown = 0;
    for (const { subjects, head = '', text, calls } of cases)
      for (const subject of subjects)
        it(`${subject}: ${JSON.stringify(head + text).slice(0, 60)}`, () => {
          const name = subject === 'skill' ? 'name: t\n' : '';
          const at = paths[subject] ?? '';
          const verdict = viewAt(`---\n${name}description: d\n${head}\n---\n\n${text}\n`, { at })
            .verdicts()
            .find(({ place }) => place.host.id === host);
          const language = verdict && bodyLanguageAt(verdict.place);
          assert.ok(language);
          const body = verdict.agent?.prompt.text ?? '';
          for (const { typed, sent, files = [] } of calls) {
            const found = sentText(body, typed, language, argumentNames(verdict.fields, language));
            if (!found) {
              unknown++;
              continue;
            }
            // Our readers remove white space that programs keep, and programs add some to the output of commands.
            const space = found.commands.length > 0 ? '' : ' ';
            const plain = (one: string): string => one.replaceAll(/\s+/g, space);
            const form = found.parts.map((part) =>
              part.kind === 'value'
                ? '[^\\]]+'
                : escaped(plain(part.kind === 'text' ? part.text : outputOf(part.command))),
            );
            assert.match(
              plain(sent).trim(),
              new RegExp(`^${form.join('').trim()}$`),
              `/t ${typed}`,
            );
            const attached = found.files.map((path) => path.replace(/^\.\//, ''));
            assert.deepEqual(
              [...new Set(attached)].filter((path) => existing.includes(path)).sort(),
              files,
            );
          }
        });
    it('are stated in most cases', () => {
      const all = cases.flatMap(({ subjects, calls }) => subjects.flatMap(() => calls));
      assert.ok(unknown * 10 < all.length, `${unknown} of ${all.length}`);
    });
  });

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The commands of these texts print their words. */
const outputOf = (command: string): string =>
  command.replaceAll(/(?:^|(?<=[;\n]))\s*(?:echo|exit \d+)/g, '').replaceAll(';', '');
