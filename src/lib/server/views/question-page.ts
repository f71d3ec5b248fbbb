// One question of the bank with all its versions, who did what and when, and what may be done next; keys only when they are asked for.
import { changedFields, type QuestionField } from '../../contest/bank/changes.ts';
import {
	questionState,
	questionSteps,
	refuseStep,
	type QuestionState,
	type QuestionStep
} from '../../contest/bank/life.ts';
import { readSource, type Source } from '../../contest/bank/source.ts';
import type { Option, QuestionKind } from '../../contest/question.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { formOf, type QuestionForm } from '../../formats/questions/question-form.ts';
import { toValue } from '../../formats/questions/stored-question.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readQuestionKeys } from '../stores/bank.ts';
import { readQuestionUses, readVersionsOf } from '../stores/question-versions.ts';
import { keyText } from './key-text.ts';

export interface ShownVersion {
	version: number;
	topic: string;
	difficulty: number;
	kind: QuestionKind;
	text: string;
	options: Option[];
	targets: Option[];
	/** Where it is given, and what is told of it. */
	picture: { address: string; alt: string; width: number; height: number } | null;
	seconds: number;
	source: Source;
	/** Null unless keys were asked for. */
	key: string | null;
	explanation: string | null;
	/** What it says otherwise than the version before; null for the first. */
	changed: QuestionField[] | null;
	/** In the order they happened; `name` is null where nobody knows. */
	acts: { what: 'write' | QuestionStep; name: string | null; at: number; reason: string | null }[];
	/** Titles of rounds made from this very version; never of a set that is still sealed. */
	rounds: string[];
}

export interface QuestionPage {
	contestId: string;
	code: string;
	state: QuestionState;
	/** The latest first. */
	versions: ShownVersion[];
	/** Rounds nobody has opened that hold a version of it, whose set is not sealed: they keep theirs until they are made anew. */
	planned: { title: string; version: number }[];
	can: Record<QuestionStep, boolean>;
	/** Written by whoever looks: another person reviews and approves. */
	isOwn: boolean;
	/** What the form begins with; null unless keys were asked for. */
	form: QuestionForm | null;
}

export async function questionPage(
	app: App,
	seat: Seat,
	contestId: string,
	{ code, withKeys }: { code: string; withKeys: boolean }
): Promise<QuestionPage | Refusal> {
	const refusal = refuseUnless(seat, 'bank:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const versions = await readVersionsOf(db, contestId, code);
	const [latest] = versions;
	if (!latest || seat.kind !== 'staff') return refuse('input/not-found');
	const uses = (await readQuestionUses(db, contestId)).filter((use) => use.code === code);
	const keys = await readQuestionKeys(
		db,
		versions.map(({ id }) => id)
	);
	const wholes = versions.map((version) => {
		const key = keys.get(version.id);
		if (!key) throw new Error(`question ${code} has no key`);
		return { ...version, key };
	});
	const life = {
		madeBy: latest.madeBy,
		isReviewed: latest.reviewedAt !== null,
		isApproved: latest.approvedAt !== null,
		isRetired: latest.retiredAt !== null,
		isUsed: uses.some(({ questionId, isPlanned }) => questionId === latest.id && !isPlanned)
	};
	const { accountId } = seat;
	const latestKey = keys.get(latest.id);
	return {
		contestId,
		code,
		state: questionState(life),
		versions: wholes.map((version, at) => {
			const before = wholes[at + 1];
			const { topic, difficulty, kind, text, options, targets, seconds, key } = version;
			return {
				...{ version: version.version, topic, difficulty, kind, text, options, targets, seconds },
				picture: version.picture && {
					address: `/picture/${version.id}`,
					...{ alt: version.picture.alt, width: version.picture.width, height: version.picture.height }
				},
				source: readSource(version.source),
				key: withKeys ? keyText(key) : null,
				explanation: withKeys ? key.explanation : null,
				changed: before ? changedFields(before, version) : null,
				acts: actsOf(version),
				rounds: uses
					.filter(({ questionId, isSecret }) => questionId === version.id && !isSecret)
					.map(({ title }) => title)
			};
		}),
		planned: uses
			.filter(({ isPlanned, isSecret }) => isPlanned && !isSecret)
			.flatMap(({ questionId, title }) =>
				versions.filter(({ id }) => id === questionId).map(({ version }) => ({ title, version }))
			),
		can: Object.fromEntries(
			questionSteps.map((step) => [step, refuseStep(life, step, accountId) === null])
		) as QuestionPage['can'],
		isOwn: latest.madeBy === accountId,
		form: withKeys && latestKey ? formOf(toValue(latest, latestKey)) : null
	};
}

type Stored = Awaited<ReturnType<typeof readVersionsOf>>[number];

function actsOf(version: Stored): ShownVersion['acts'] {
	const act = (
		what: ShownVersion['acts'][number]['what'],
		name: string | null,
		at: Date | null,
		reason: string | null
	) => (at === null ? [] : [{ what, name, at: at.getTime(), reason }]);
	return [
		...act('write', version.madeByName, version.madeAt, null),
		...act('review', version.reviewedByName, version.reviewedAt, null),
		...act('approve', version.approvedByName, version.approvedAt, null),
		...act('retire', version.retiredByName, version.retiredAt, version.retiredReason)
	];
}
