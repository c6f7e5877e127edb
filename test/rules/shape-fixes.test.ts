import { fixing } from '../support/fixing';
import { vscodeFile } from '../support/viewing';

describe('a value in the wrong shape', () => {
  it('becomes a list with its comments', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      skills: do|cs-update, review # ours
      ---
      You review.
    `,
      { at: vscodeFile },
    )
      .taking('Convert to a list')
      .gives(`
      ---
      description: Reviews changes.
      skills: [docs-update, review] # ours
      ---
      You review.
    `);
  });

  it('becomes a string if the list has one item', () => {
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      model: [so|nnet] # enough
      ---
      You review.
    `)
      .taking('Remove the brackets around "sonnet"')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      model: sonnet # enough
      ---
      You review.
    `);
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      model: [so|nnet, opus]
      ---
      You review.
    `).offersNot('Remove the brackets around "sonnet"');
  });
});
