import { fixing } from '../support/fixing';
import { vscodeFile } from '../support/viewing';

const at = vscodeFile;

describe('a server without its tools', () => {
  it('is given them, in the way of its neighbours', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      mcp-servers:
        do|cs:
          type: http
          url: https://example.org/mcp # ours
        other:
          command: npx
          args: [other]
          tools: ["*"]
      ---
      You review.
    `,
      { at },
    )
      .offersForReview('Add "tools: ["*"]"')
      .taking('Add "tools: ["*"]"')
      .gives(`
      ---
      description: Reviews changes.
      mcp-servers:
        docs:
          type: http
          url: https://example.org/mcp # ours
          tools: ["*"]
        other:
          command: npx
          args: [other]
          tools: ["*"]
      ---
      You review.
    `);
  });

  it('is given them between braces, and with line breaks as on Windows', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      mcp-servers:
        do|cs: { type: http, url: "https://example.org" }
      ---
      You review.
    `,
      { at, crlf: true },
    )
      .taking('Add "tools: ["*"]"')
      .gives(`
      ---
      description: Reviews changes.
      mcp-servers:
        docs: { type: http, url: "https://example.org", tools: ["*"] }
      ---
      You review.
    `);
  });
});
