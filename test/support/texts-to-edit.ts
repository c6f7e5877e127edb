// Real agent files in the folders of the hosts, and texts in which a small edit changes much.
import { corpusTexts } from './corpus';
import type { FuzzedText } from './edit-fuzzing';

const places = [
  '.claude/agents/reviewer.md',
  '.github/agents/reviewer.agent.md',
  '.opencode/agent/reviewer.md',
  '.kilo/agents/reviewer.md',
  'notes/reviewer.md',
  '.cursor/agents/reviewer.md',
  '.gemini/agents/reviewer.md',
  '.qwen/agents/reviewer.md',
];

const tomlPlace = '.codex/agents/reviewer.toml';

const delicate = [
  '',
  '---\n',
  '---\n---\n',
  'You review the change.\n',
  '---\nname: reviewer\ndescription: "Reviews\ntools: Read\n---\nYou review.\n',
  '---\nname: &a reviewer\ndescription: *a\n---\nYou review.\n',
  '---\nbase: &base {edit: deny}\npermission:\n  <<: *base\n  bash: ask\n---\nYou review.\n',
  '---js\n({ description: 1 })\n---\nYou review.\n',
  '---\ndescription: Reviews.\n--- \n\n---\nname: second\n---\n',
  '---\ndescription: |\n  Reviews.\n\n  Twice.\n---\n\n# Reviewer\n\n{{NAME}} `{{A}}`\n',
];

const delicateToml = [
  '',
  'name = "reviewer"\ndescription = "Reviews.\ndeveloper_instructions = """\nReview.\n"""\n',
  "developer_instructions = '''\nReview \"it\".\n'''\nname = 'reviewer'\n",
  'name = reviewer\nnickname_candidates = ["a",\n  "b"]\n[mcp_servers.docs]\ncommand = "npx"\n',
  'a.b = 1\n[a]\nc = {d = 1}\n[[skills.config]]\nenabled = true\n',
];

/** Texts of other kinds at their places: skills, commands, configurations that define agents, many comments. */
const ofOtherKinds: readonly FuzzedText[] = [
  {
    at: '.claude/skills/deploy/SKILL.md',
    text: '---\nname: deploy\ndescription: Deploys the app.\nallowed-tools: Read, Bash(git:*)\nargument-hint: [env] [level]\n---\nDeploy to $0 with $ARGUMENTS.\n\n!`git status`\n',
  },
  {
    at: '.agents/skills/deploy/SKILL.md',
    text: '---\nname: deploy\ndescription: |\n  Deploys\n  the app.\nagent: reviewer\n---\nRead ${CLAUDE_SKILL_DIR}/a.md.\n',
  },
  {
    at: '.claude/commands/git/pr.md',
    text: '---\ndescription: Opens a pull request.\nargument-hint: title\n---\nOpen $1 for @src/a.ts.\n',
  },
  {
    at: '.opencode/command/review.md',
    text: '---\ndescription: Reviews.\nagent: reviewer\nsubtask: true\n---\nReview $1 and `awk "{print $2}"`.\n',
  },
  {
    at: '.gemini/commands/review.toml',
    text: 'description = "Reviews."\nprompt = """\nReview {{args}}. !{git diff}\n"""\n',
  },
  {
    at: 'opencode.json',
    text: '{\n  "permission": {"bash": "deny"},\n  "agent": {\n    "reviewer": {\n      "description": "Reviews.",\n      "tools": {"read": true},\n      "prompt": "Review."\n    },\n    "planner": {"mode": "primary"}\n  }\n}\n',
  },
  {
    at: '.codex/config.toml',
    text: '[agents.reviewer]\ndescription = "Reviews."\nconfig_file = "agents/reviewer.toml"\n\n[agents.planner]\ndescription = "Plans."\n[mcp_servers.docs]\ncommand = "npx"\n',
  },
  {
    at: '.claude/agents/reviewer.md',
    text: `---\nname: reviewer\ndescription: Reviews.\ntools: Reed, Writ\n# dossier-ignore ${'unknown-tool, '.repeat(60)}\n---\n${'<!-- dossier-ignore unknown-tool -->\n'.repeat(40)}Use subagent_type="planner".\n`,
  },
];

/** The same agent as a role in TOML, as far as its frontmatter consists of plain lines. */
function asToml(text: string): string {
  const [head = '', ...body] = text.replace(/^---\r?\n/, '').split(/^---\r?$/m);
  const fields = [...head.matchAll(/^([\w-]+): (.+)$/gm)].map(
    ([, key, value = '']) => `${key} = ${JSON.stringify(value)}`,
  );
  const prompt = body.join('---').replaceAll("'''", '');
  return `${fields.join('\n')}\ndeveloper_instructions = '''${prompt}'''\n`;
}

/** Every text with a place, in a fixed order. */
export const textsToEdit = (): readonly FuzzedText[] => [
  // As often as the other short ones.
  ...places.flatMap(() => ofOtherKinds),
  ...[...delicate, ...delicateToml, ...corpusTexts()].flatMap((text, index) => {
    const one = (shift: number): FuzzedText => ({
      ...{ at: places[(index + shift) % places.length] ?? '', text },
    });
    // The short ones are worth every place.
    if (index < delicate.length) return places.map((_, shift) => one(shift));
    if (index < delicate.length + delicateToml.length) return [{ at: tomlPlace, text }];
    return index % 8 === 0
      ? [one(0), one(2), { at: tomlPlace, text: asToml(text) }]
      : [one(0), one(2)];
  }),
];
