// Real agent files in the folders of the hosts, and texts in which a small edit changes much.
import { corpusTexts } from './corpus';
import type { FuzzedText } from './edit-fuzzing';

const places = [
  '.claude/agents/reviewer.md',
  '.github/agents/reviewer.agent.md',
  '.opencode/agent/reviewer.md',
  '.kilo/agents/reviewer.md',
  'notes/reviewer.md',
];

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

/** Every text with a place, in a fixed order. */
export const textsToEdit = (): readonly FuzzedText[] =>
  [...delicate, ...corpusTexts()].flatMap((text, index) => {
    const one = (shift: number): FuzzedText => ({
      ...{ at: places[(index + shift) % places.length] ?? '', text },
    });
    // The short ones are worth every place.
    return index < delicate.length ? places.map((_, shift) => one(shift)) : [one(0), one(2)];
  });
