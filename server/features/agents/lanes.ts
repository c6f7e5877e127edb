// The hosts that read a document, each with its verdict on the text, which is made when first requested.
import type { Outline } from '../../agent/outline';
import { dialectOf, judge, unknownVerdict } from '../../hosts/judge/compute-verdict';
import type { Context } from '../../hosts/model/context';
import type { Dialect } from '../../hosts/model/dialect';
import type { Place } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { isolateFaults, type OnFault } from '../../rules/fault';
import { lazily } from '../../text/lazily';

/** One host that reads the document. Its verdict is made when first requested. */
export interface Lane {
  readonly place: Place;
  /** Determined from the text when first requested. */
  readonly dialect: Dialect;
  verdict(): Verdict;
}

/** What verdicts depend on besides the text and the place, and where the bugs of a host are reported. */
interface Judging {
  readonly context: Context;
  readonly onFault: OnFault;
}

/** The lane of a place. */
export function laneOf(place: Place, outline: Outline, { context, onFault }: Judging): Lane {
  const { fields, body } = outline;
  const dialect = lazily(() => dialectOf(place, { fields, prompt: { text: '', span: body } }));
  return {
    place,
    get dialect() {
      return dialect();
    },
    verdict: lazily(() =>
      isolateFaults(
        onFault,
        'verdict',
        place.host.id,
        () => judge(outline, place, context),
        () => unknownVerdict(place),
      ),
    ),
  };
}
