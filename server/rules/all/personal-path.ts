import { proseLines } from '../../agent/prose';
import { subjectAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import { exactly, example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { hooksOf } from '../values/hook-commands';

export const docs: RuleDocs = {
  what: 'Checks for paths in the home folder of one person in the prompts and hooks of a project.',
  why: 'The agent is told to read or write a file that only its author has. For everybody else the path does not exist, and the model works without the file or creates it somewhere, or the hook does not run.',
  sources: [
    {
      opinion:
        'A program sends the path to the model as it is. That it exists for one person only follows from its form. Names that stand for anyone, such as "user", and those of accounts in containers, such as "node", are left out.',
    },
  ],
};

export const examples = (): RuleExamples => {
  const inHook = (command: string): string =>
    `{\n  "hooks": {\n    "PreToolUse": [{ "hooks": [{ "type": "command", "command": "${command}" }] }]\n  }\n}\n`;
  return {
    failing: [
      example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        'Read `/Users/adalovelace/notes/style.md` before you review.',
      ),
      example(
        '.github/agents/reviewer.agent.md',
        'description: Reviews changes.',
        'The rules are in C:\\Users\\adalovelace\\rules.md.',
      ),
      exactly('.codex/hooks.json', inHook('/Users/adalovelace/project/check.sh')),
    ],
    passing: [
      example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        'Read `docs/style.md` before you review.',
      ),
      exactly('.codex/hooks.json', inHook('bash scripts/check.sh')),
      exactly('.claude/settings.local.json', inHook('/Users/adalovelace/project/check.sh')),
      example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        'Put notes into /Users/Shared/notes.',
      ),
      example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        'Report paths relative to the project, for example not /Users/adalovelace/project/a.ts.',
      ),
      example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        'A finding looks like this:\n\n```\n/Users/adalovelace/project/a.ts:3\n```',
      ),
    ],
  };
};

export const rule: Rule = {
  name: 'personal-path',
  kind: 'advice',
  subjects: ['agent', 'skill', 'command', 'settings'],
  advise: ({ outline: { text, body }, places, verdicts }: FileInput): Found[] => {
    // In the home folder of the author, the path is where the agent is.
    const isOfProject = places.some(
      ({ role, location }) => role === 'owner' && location.scope !== 'user',
    );
    if (!isOfProject) return [];
    if (places.every((place) => subjectAt(place) === 'settings')) return inHooks(text, verdicts());
    const found: Found[] = [];
    const known = new Set<string>();
    for (const line of proseLines(text, body)) {
      const words = text.slice(line.start, line.end);
      if (isExample.test(words)) continue;
      for (const { span, home } of homesIn(words, line.start)) {
        if (known.has(home)) continue;
        known.add(home);
        found.push({
          span,
          severity: 'warning',
          message: t(
            '"{folder}" exists for one person only. Put what the agent needs into the project, and write a path relative to it.',
            { folder: home },
          ),
        });
      }
    }
    return found;
  },
};

/** The first path in each command of a hook. Files that belong to one person are left out. */
function inHooks(text: string, verdicts: readonly Verdict[]): Found[] {
  const found = new Map<string, Map<number, Span>>();
  for (const verdict of verdicts) {
    const { role, location } = verdict.place;
    const hooks = role === 'owner' && !location.isPersonal ? hooksOf(verdict) : null;
    for (const { command } of hooks?.commands ?? []) {
      const { start, end } = command.span;
      const [first] = homesIn(text.slice(start, end), start);
      if (!first) continue;
      const { home, span } = first;
      found.set(home, (found.get(home) ?? new Map()).set(span.start, span));
    }
  }
  return [...found].map(([home, spans]) => {
    const [span = null, ...also] = spans.values();
    return {
      span,
      also,
      severity: 'warning',
      message: t(
        '"{folder}" exists for one person only, so the hook fails for everybody else. Put its script into the project, and write a path relative to it.',
        { folder: home },
      ),
    };
  });
}

/** A line that shows what a path looks like. */
const isExample = /\b(?:e\.g\.|example|such as|instead of|returns|never|not|don't|wrong|bad)\b/i;

const homeFolder =
  /(?<![\w.~$}/\\-])(?:\/(?:Users|home)\/([A-Za-z][\w.-]*)(?=\/)|[A-Za-z]:\\Users\\([A-Za-z][\w.-]*)(?=\\))/g;

/** Names that stand for anyone, and accounts in images and services. */
const unnamed =
  /^(?:user(?:s|name)?|your?.*|me|my.*|some.*|any.*|name|home|shared|public|default|guest|admin|root|runner|node|bun|deno|python|ruby|app.*|www.*|vscode|codespace|coder|ubuntu|debian|centos|ec2-user|azureuser|vagrant|docker|jenkins|git|gitpod|sandbox|agent|claude|codex|copilot|oai|dev.*|test.*|foo|bar|xxx+|john|jane|alice|bob)$/i;

function* homesIn(words: string, start: number): Generator<{ span: Span; home: string }> {
  for (const { 0: home, 1: unix, 2: windows, index } of words.matchAll(homeFolder))
    if (!unnamed.test(unix ?? windows ?? ''))
      yield { home, span: { start: start + index, end: start + index + home.length } };
}
