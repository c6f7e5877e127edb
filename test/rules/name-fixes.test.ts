// Fixes for a name that a host does not accept.
import { fixing } from '../support/fixing';
import { opencodeFile, vscodeFile } from '../support/viewing';

const agent = (name: string): string => `---
${name}
description: Reviews changes.
---
You review.
`;

describe('a name that is not accepted', () => {
  it('becomes the file name if it is empty', () => {
    fixing(agent('na|me:'))
      .offersSafely('Rename the agent to "reviewer"')
      .taking('Rename the agent to "reviewer"')
      .gives(agent('name: reviewer'));
    fixing(agent('name: "|" # later'))
      .offersSafely('Rename the agent to "reviewer"')
      .taking('Rename the agent to "reviewer"')
      .gives(agent('name: "reviewer" # later'));
  });

  it('becomes a form that every host accepts, for review', () => {
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

  it('is for review if the agent has another id', () => {
    fixing(agent('na|me:'), { at: opencodeFile }).offersForReview('Rename the agent to "reviewer"');
  });

  it('is not changed if nothing remains of it', () => {
    fixing(agent('name: :|')).offersNot('Rename the agent to ');
    fixing(agent('name: [o|ne, two]'), { at: vscodeFile }).offersNot(
      'Rename the agent to "reviewer"',
    );
  });
});
