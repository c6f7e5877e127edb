// What an author sees in the text of a skill or command: placeholders, commands and files.
import assert from 'node:assert/strict';
import { bodiesIn, tokensOf } from '../../server/features/body/bodies';
import { complete } from '../../server/features/completion/complete';
import { semanticTokens } from '../../server/features/semantic-tokens';
import { completing } from '../support/completing';
import { hovering } from '../support/hovering';
import { dedent, marked, underline } from '../support/marked-text';
import { openedInProject } from '../support/opened-in-project';
import { viewAt } from '../support/viewing';

const claude = { at: '.claude/skills/deploy/SKILL.md' };
const command = { at: '.claude/commands/git/review.md' };
const flat = { at: '.claude/commands/review.md' };
const opencode = { at: '.opencode/command/review.md' };
const copilot = { at: '.github/skills/deploy/SKILL.md' };

const headed = (text: string, head = ''): string =>
  `---\nname: x\ndescription: d\n${head}---\n${text}`;

/** The tokens of the text below the frontmatter, by their names. */
function colored(text: string, { at }: { at: string }, head = ''): string {
  const view = viewAt(headed(text, head), { at });
  const [body] = bodiesIn(view.shown());
  assert.ok(body);
  const found = semanticTokens(view.outline, {
    ...{ keyState: () => 'known' as const, tools: [], body: tokensOf(view, body) },
  });
  const marks = found
    .filter(({ span }) => span.start >= view.outline.body.start)
    .map(({ span, kind }) => ({ span, label: kind }));
  return underline(view.outline.text, marks).split('---\n')[2] ?? '';
}

describe('the text of a skill or command', () => {
  it('is colored where the program replaces, runs or attaches something', () => {
    assert.equal(
      colored(
        'Fix $0 of $issue, \\$1: !`git log $ARGUMENTS` @docs/a.md\n',
        claude,
        'arguments: [issue]\n',
      ),
      dedent(`
      Fix $0 of $issue, \\$1: !\`git log $ARGUMENTS\` @docs/a.md
          ^^ placeholder
                ^^^^^^ placeholder
                        ^^^ placeholder
                             ^^^^^^^^^ command
                                       ^^^^^^^^^^ placeholder
                                                 ^ command
                                                   ^^^^^^^^^^ file
      `),
    );
    assert.equal(
      colored('Fix $0: !`git log $ARGUMENTS` @docs/a.md\n', copilot),
      dedent(`
      Fix $0: !\`git log $ARGUMENTS\` @docs/a.md
          ^^ placeholder
                        ^^^^^^^^^^ placeholder
      `),
    );
  });

  it('explains a placeholder as the program counts', () => {
    hovering(headed('Fix $|1 now.\n'), command).shows(
      '**Claude Code**: Argument 2 of a call. It is left unchanged where a call has fewer arguments.',
    );
    hovering(headed('Fix $|1 now.\n'), opencode).shows(
      '**OpenCode**: Argument 1 of a call, and all that follow it. It is empty where a call has fewer arguments.',
    );
    hovering(headed('Fix $|0 and $1.\n'), opencode).shows(
      '**OpenCode** inserts no argument here. The first argument is "$1".',
    );
    hovering(headed('Fix $AR|GUMENTS.\n'), command).shows('All arguments of a call, as typed.');
  });

  it('explains commands and files, and where they are text', () => {
    hovering(headed('See !`git| log $0`.\n'), command).shows(
      '**Claude Code** runs the command before the model reads the text, if the permission rules allow it. Otherwise the call fails.',
      'Arguments are inserted without quotes, so a call can run other commands.',
    );
    hovering(headed('See !`git| log`.\n'), opencode).shows(
      '**OpenCode** runs the command before the model reads the text, without asking.',
    );
    hovering(headed('See !`git| log`.\n'), copilot).isEmpty();
    hovering(headed('See @docs/|a.md.\n'), { ...flat, settings: { guests: 'all' } }).shows(
      '**Claude Code** attaches the file if it exists.',
      '**Copilot CLI** leaves it unchanged.',
    );
  });

  it('explains nothing in an agent, and nothing else', () => {
    hovering(headed('Fix $|1 now.\n'), { at: '.claude/agents/x.md' }).isEmpty();
    hovering(headed('Fix it| now.\n'), command).isEmpty();
  });

  it('completes placeholders in the numbers of the program', () => {
    completing(headed('Fix $|'), command).offers('$ARGUMENTS', '$0', '$1', '$ARGUMENTS[0]');
    completing(headed('Fix $|'), opencode).offers('$ARGUMENTS', '$1').offersNot('$0');
    completing(headed('Fix $|', 'arguments: [issue]\n'), claude).offers(
      '$issue',
      '${CLAUDE_SKILL_DIR}',
    );
    completing(headed('Fix $|', 'arguments: [issue]\n'), copilot).offersNot(
      '$issue',
      '${CLAUDE_SKILL_DIR}',
    );
    completing(headed('Run ${CLAUDE_|} x\n'), claude)
      .accepting('${CLAUDE_SKILL_DIR}')
      .gives(headed('Run ${CLAUDE_SKILL_DIR} x\n'));
    completing(headed('It ends with x$|'), command).offersNothing();
    completing(headed('Fix $|'), { at: '.claude/agents/x.md' }).offersNothing();
  });

  it('completes files of the project, those of the skill, and names of skills and commands', () => {
    const files = {
      '.claude/skills/deploy/scripts/run.sh': '',
      '.claude/skills/deploy/reference.md': '',
      '.claude/skills/style/SKILL.md': '---\nname: look\ndescription: d\n---\nStyle.\n',
      '.claude/commands/git/pr.md': 'Open it.\n',
      'docs/a.md': '',
      'docs/.hidden': '',
      'secret.env': '',
    };
    const offered = (text: string, at = claude.at): readonly string[] => {
      const one = marked(headed(text));
      const { view } = openedInProject(one.text, { at, files });
      return complete(view, one.caret).map(({ label }) => label);
    };
    assert.deepEqual(offered('See @|'), ['secret.env', 'docs']);
    assert.deepEqual(offered('See @.|'), ['secret.env', '.claude', 'docs']);
    assert.deepEqual(offered('See @docs/|'), ['a.md']);
    assert.deepEqual(offered('See @../|'), []);
    assert.deepEqual(offered('See [this](|)'), ['reference.md', 'scripts']);
    assert.deepEqual(offered('Run ${CLAUDE_SKILL_DIR}/scripts/|'), ['run.sh']);
    // Claude Code calls a skill by its folder and by its label.
    assert.deepEqual(offered('Then /|'), ['git:pr', 'look', 'style']);
    assert.deepEqual(offered('In src/|'), []);
    assert.deepEqual(offered('See @docs/|', copilot.at), []);
  });
});
