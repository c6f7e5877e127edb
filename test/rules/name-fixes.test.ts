// A name that a host does not take, and the one that takes its place.
import { fixing } from '../support/fixing';
import { opencodeFile, vscodeFile } from '../support/viewing';

const agent = (name: string): string => `---
${name}
description: Reviews changes.
---
You review.
`;

describe('a name that is not taken', () => {
  it('is that of the file where there is none', () => {
    fixing(agent('na|me:'))
      .offersSafely('Rename the agent to "reviewer"')
      .taking('Rename the agent to "reviewer"')
      .gives(agent('name: reviewer'));
    fixing(agent('name: "|" # later'))
      .offersSafely('Rename the agent to "reviewer"')
      .taking('Rename the agent to "reviewer"')
      .gives(agent('name: "reviewer" # later'));
  });

  it('is the same words in a form that every host takes, for the author to judge', () => {
    fixing(agent('name: team:|Code reviewer'))
      .offersForReview('Rename the agent to "team-code-reviewer"')
      .taking('Rename the agent to "team-code-reviewer"')
      .gives(agent('name: team-code-reviewer'));
    fixing(agent("name: 'SE: DevOps/|CI'"))
      .offersForReview('Rename the agent to "se-devops-ci"')
      .taking('Rename the agent to "se-devops-ci"')
      .gives(agent("name: 'se-devops-ci'"));
    fixing(agent('name: -r|eviewer')).offersForReview('Rename the agent to "reviewer"');
  });

  it('is looked at first where the agent is called something already', () => {
    fixing(agent('na|me:'), { at: opencodeFile }).offersForReview('Rename the agent to "reviewer"');
  });

  it('is left alone where nothing can be made of it', () => {
    fixing(agent('name: :|')).offersNot('Rename the agent to ');
    fixing(agent('name: [o|ne, two]'), { at: vscodeFile }).offersNot(
      'Rename the agent to "reviewer"',
    );
  });
});
