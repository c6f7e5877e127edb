// A workspace of skills with their folders, in packages of 100 like that of agents: what a skill refers to is next to it, and
// nothing of it needs to be read.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sizes } from './made/agent.mjs';
import { dice } from './made/dice.mjs';
import { nameFrom, prompt, sentences } from './made/words.mjs';

const homes = ['.claude/skills', '.claude/skills', '.agents/skills', '.opencode/skills'];
const perPackage = 100;

/** What is in the folder of each skill. The first two are linked to in its text. */
const resources = {
  'references/guide.md': '# Guide\n',
  'scripts/check.sh': '#!/bin/sh\nexit 0\n',
  'references/api.md': '# API\n',
  'scripts/collect.py': 'print("collected")\n',
  'assets/template.html': '<p></p>\n',
  'assets/icon.svg': '<svg/>\n',
};

function madeSkill(name, seed) {
  const roll = dice(seed);
  const head = `---\nname: ${name}\ndescription: ${sentences(roll, 160)}\nallowed-tools: Read, Bash(git:*)\n---\n`;
  const links = 'Read [the guide](references/guide.md) and run [the check](scripts/check.sh).\n';
  return `${head}\n${links}\n${prompt(roll, Math.max(200, roll.between(sizes) - head.length))}\n`;
}

/** Under another name: two skills of one name are seldom in a repository. */
const renamed = (text, name) => text.replace(/^name: .*$/m, `name: ${name}`);

/** The texts of real skills below a folder. */
const skillsBelow = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => path.basename(file) === 'SKILL.md')
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));

/**
 * Writes `count` skills below `folder`. Returns the absolute paths of their files, without those of their resources.
 * @param real a folder of real skills, which are repeated. Default: made ones.
 */
export function layOutSkills(folder, count, real = null) {
  const texts = real === null ? [] : skillsBelow(real);
  return Array.from({ length: count }, (_, index) => {
    const name = `${nameFrom(dice(index))}-${index}`;
    const home = path.join(folder, 'packages', `package-${Math.floor(index / perPackage)}`);
    const own = path.join(home, homes[index % homes.length], name);
    const to = path.join(own, 'SKILL.md');
    const text = texts[index % texts.length];
    const files = {
      'SKILL.md': text === undefined ? madeSkill(name, index) : renamed(text, name),
      ...resources,
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(own, file)), { recursive: true });
      writeFileSync(path.join(own, file), text);
    }
    return to;
  });
}
