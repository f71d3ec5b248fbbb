// The people of the sample contest and the rubrics it ships, to hold trials with; it must not try any rules.
import type { RecordedRubric } from '../record/rubric.ts';
import { aSampleContest } from '../result/golden/sample-contest.fixture.ts';
import type { Rules } from '../rules/rules.ts';
import type { TrialSetting } from './setting.ts';

export async function aTrialSetting(preparedFor: Rules, rubrics?: RecordedRubric[]): Promise<TrialSetting> {
	const sample = await aSampleContest(1);
	const contestants = sample.contestants.map((contestant) => ({ ...contestant, status: 'competing' as const }));
	return {
		people: { units: sample.units, contestants, judges: sample.judges, areSample: true },
		rubrics: rubrics ?? sample.rubrics,
		preparedFor,
		seed: 'hoithi',
		reason: 'chạy thử'
	};
}
