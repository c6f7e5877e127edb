import assert from 'node:assert/strict';
import { completing } from '../../support/completing';

describe('completion in a suppression comment', () => {
  it('offers the rules with their descriptions, first those with a finding below', () => {
    const door = completing(`
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore |
      owner: me
      ---
      `)
      .offers('unknown-field', 'invalid-model')
      .offersNot('unused-ignore');
    assert.match(
      door.item('unknown-field').documentation(),
      /^Checks for keys that are not fields of the program\./,
    );
    assert.deepEqual(
      ['unknown-field', 'missing-field'].map((label) => door.item(label).rank),
      [0, 1],
    );
  });

  it('replaces the name that is being typed, and offers no name twice', () => {
    completing(`
      ---
      name: reviewer
      description: Reviews changes.
        #dossier-ignore invalid-model, unkn|fiel: ours
      owner: me
      ---
      `)
      .offersNot('invalid-model')
      .accepting('unknown-field')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
        #dossier-ignore invalid-model, unknown-field: ours
      owner: me
      ---
      `);
  });

  it('works in the prompt, for a paragraph or the file', () => {
    const head = '---\nname: reviewer\ndescription: Reviews changes.\n---\n\n';
    completing(`${head}<!-- dossier-ignore plac|eho -->\nHello {{NAME}}.\n`)
      .accepting('placeholder')
      .gives(`${head}<!-- dossier-ignore placeholder -->\nHello {{NAME}}.\n`);
    const { rank } = completing(`${head}<!-- dossier-ignore-file | -->\nHello {{NAME}}.\n`).item(
      'placeholder',
    );
    assert.equal(rank, 0);
  });

  it('offers the directive once it is begun', () => {
    completing('---\nname: reviewer\n# do|\n---\n')
      .offersOnly('dossier-ignore', 'dossier-ignore-file')
      .accepting('dossier-ignore')
      .gives('---\nname: reviewer\n# dossier-ignore \n---\n');
  });

  it('offers nothing in the reason, in other comments, in code, and in prose', () => {
    const head = '---\nname: reviewer\ndescription: Reviews changes.\n---\n\n';
    completing('---\n# dossier-ignore unknown-field: be|cause\n---\n').offersNothing();
    completing('---\nname: reviewer\n# about |this\n---\n').offersNothing();
    completing(`${head}~~~\n<!-- dossier-ignore | -->\n~~~\n`).offersNothing();
    completing(`${head}dossier-ignore |\n`).offersNothing();
    completing(`${head}# dossier-ignore |\n`).offersNothing();
    completing('<!-- dossier-ignore | -->\n', { at: 'docs/notes.md' }).offersNothing();
  });
});
