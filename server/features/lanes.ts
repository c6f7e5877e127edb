// The hosts that read a document, each with its verdict on the text, which is made when first requested.
import type { Outline } from '../agent/outline';
import { dialectOf, judge, unknownVerdict } from '../hosts/judge/compute-verdict';
import type { Context } from '../hosts/model/context';
import type { Dialect } from '../hosts/model/dialect';
import type { Place } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { contained, type OnFault } from '../rules/fault';

/** One host that reads the document. Its verdict is made when first requested. */
export interface Lane {
  readonly place: Place;
  readonly dialect: Dialect;
  verdict(): Verdict;
  /** The dialect, where it was requested already. */
  readonly requestedDialect: Dialect | undefined;
}

/** What verdicts depend on besides the text and the place, and where the bugs of a host are reported. */
interface Judging {
  readonly context: Context;
  readonly onFault: OnFault;
}

/**
 * A lane for every place.
 * @param before lanes of a text with the same frontmatter, whose dialects still hold.
 */
export function lanesOf(
  places: readonly Place[],
  outline: Outline,
  judging: Judging,
  before: readonly Lane[] | undefined,
): readonly Lane[] {
  const lanes: Lane[] = [];
  for (const place of places) {
    const known = before?.find((lane) => lane.place === place);
    lanes.push(new JudgedLane(place, outline, judging, known?.requestedDialect));
  }
  return lanes;
}

class JudgedLane implements Lane {
  readonly place: Place;
  private verdictMade: Verdict | undefined;
  private readonly outline: Outline;
  private readonly judging: Judging;
  requestedDialect: Dialect | undefined;

  constructor(place: Place, outline: Outline, judging: Judging, spoken: Dialect | undefined) {
    this.place = place;
    this.verdictMade = undefined;
    this.outline = outline;
    this.judging = judging;
    this.requestedDialect = spoken;
  }

  /** Determined from the text when first requested. */
  get dialect(): Dialect {
    const { fields, body } = this.outline;
    this.requestedDialect ??= dialectOf(this.place, { fields, prompt: { text: '', span: body } });
    return this.requestedDialect;
  }

  verdict(): Verdict {
    this.verdictMade ??= this.judge();
    return this.verdictMade;
  }

  private judge(): Verdict {
    const { outline, place, judging } = this;
    return contained(
      judging.onFault,
      'verdict',
      place.host.id,
      () => judge(outline, place, judging.context),
      () => unknownVerdict(place),
    );
  }
}
