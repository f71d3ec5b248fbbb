// Previews of decisions (R244): they show exactly what computing again gives, and name one effect by one hash.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { aDecision } from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import { isRefusal } from '../refusal.ts';
import { announcedOf } from '../result/announced.ts';
import { computeResult } from '../result/compute.ts';
import { applyDiff, isEmptyDiff } from '../result/diff-results.ts';
import { aRandomContest } from '../result/random-contest.fixture.ts';
import { keptFromSubstitute } from './kept-from.ts';
import { hashOfPreview, previewDecision } from './preview-decision.ts';
import { isSamePreview, shownPreview } from './shown-preview.ts';
import { contentOf, nextSequence, recordWith } from './proposed-decision.ts';

// A thousand contests, each computed several times, take longer than five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
const runs = { numRuns: 1000 };

/** A contest before its last decision, and that decision as somebody would propose it. */
const proposal = aRandomContest().map((whole) => {
	const contestant = whole.contestants[0]?.number ?? '';
	const stage = whole.rules.stages[0]?.code ?? '';
	const last = whole.decisions.at(-1) ?? aDecision(1, { kind: 'points', stage, part: null, contestant, points: 100 });
	const record: ContestRecord = { ...whole, decisions: whole.decisions.slice(0, -1) };
	return { record, proposed: { content: contentOf(last), takesBack: null, reason: 'theo biên bản' } };
});

test('R244 the preview applied to the result is the result computed again with the decision', () => {
	let previewed = 0;
	let changing = 0;
	fc.assert(
		fc.property(proposal, ({ record, proposed }) => {
			const preview = previewDecision(record, proposed);
			if (isRefusal(preview) || preview.diff === null) return;
			previewed++;
			if (!isEmptyDiff(preview.diff)) changing++;
			expect(applyDiff(announcedOf(computeResult(record)), preview.diff)).toEqual(
				announcedOf(computeResult(recordWith(record, proposed)))
			);
		}),
		runs
	);
	expect(previewed).toBeGreaterThan(runs.numRuns / 3);
	expect(changing).toBeGreaterThan(runs.numRuns / 10);
});

test('R244 taking a decision back shows the way to the result before it', () => {
	fc.assert(
		fc.property(proposal, ({ record, proposed }) => {
			const corrected = recordWith(record, proposed);
			const takesBack = nextSequence(record.decisions);
			const preview = previewDecision(corrected, { ...proposed, takesBack });
			if (isRefusal(preview) || preview.diff === null) throw new Error('refused');
			expect(applyDiff(announcedOf(computeResult(corrected)), preview.diff)).toEqual(
				announcedOf(computeResult(record))
			);
		}),
		runs
	);
});

test('R244 the hash names decision and effect, whatever the reason', () => {
	fc.assert(
		fc.property(proposal, ({ record, proposed }) => {
			const [one, other] = ['theo biên bản', 'theo đơn phúc khảo'].map((reason) =>
				previewDecision(record, { ...proposed, reason })
			);
			if (!one || !other || isRefusal(one) || isRefusal(other)) return;
			expect(hashOfPreview(one)).toBe(hashOfPreview(other));
			expect(hashOfPreview({ ...one, takesBack: 1 })).not.toBe(hashOfPreview(one));
			if (one.diff && !isEmptyDiff(one.diff))
				expect(hashOfPreview({ ...one, diff: null })).not.toBe(hashOfPreview(one));
		}),
		{ numRuns: 1000 }
	);
});

test('R249 a judge with open sheets sees the decision without points, and it is known as the same one', () => {
	fc.assert(
		fc.property(proposal, ({ record, proposed }) => {
			const preview = previewDecision(record, proposed);
			if (isRefusal(preview)) return;
			const blind = shownPreview(preview, true);
			// R315: whom a substitute would not mark says nothing of points.
			const keptFrom = keptFromSubstitute(record, proposed);
			expect(blind).toEqual({
				content: proposed.content,
				takesBack: null,
				diff: null,
				...(keptFrom.length > 0 && { keptFrom })
			});
			expect(shownPreview(preview, false)).toBe(preview);
			expect(isSamePreview(preview, hashOfPreview(blind))).toBe(true);
			expect(isSamePreview(preview, hashOfPreview(preview))).toBe(true);
			expect(isSamePreview(preview, hashOfPreview({ ...preview, takesBack: 1 }))).toBe(false);
		}),
		{ numRuns: 1000 }
	);
});
