// The fields of each form of decisions, from what there is to choose; it must not know how a field looks.
import type { Bilingual } from '#lib/contest/ids.ts';
import { choiceText } from '#lib/contest/decisions/describe-decision.ts';
import { missingJudgeWords } from '#lib/contest/decisions/decision-words.ts';
import { missingJudgePolicies } from '#lib/contest/rules/panels.ts';
import { m } from '#lib/paraglide/messages.js';
import { displayTime } from '#lib/ui/format.ts';
import type { PageData } from './$types';
import type { DecisionForm } from './decision-forms.ts';
import { keyFields } from './key-fields.ts';

export type DecisionField =
	/** Without `placeholder` the first choice is taken. */
	| { kind: 'select'; name: string; label: string; choices: Choice[]; placeholder?: string; optional?: boolean }
	| { kind: 'text'; name: string; label: string; hint?: string; value?: string; numeric?: boolean; optional?: boolean }
	/** What the answer is put together from, a line each. */
	| { kind: 'lines'; name: string; lines: string[] }
	| { kind: 'options'; name: string; label: string; choices: Choice[]; isMany: boolean; chosen: string[] }
	| { kind: 'hidden'; name: string; value: string };

export interface Choice {
	value: string;
	label: string;
}

type Choices = PageData['desk']['choices'];

export interface FieldFacts {
	choices: Choices;
	language: 'vi' | 'en';
	/** Code of the question whose key is corrected. */
	question: string | null;
	/** Which of the ties that wait. */
	tie: number;
}

export function fieldsOf(form: DecisionForm, facts: FieldFacts): DecisionField[] {
	const { choices, language } = facts;
	const titled = (list: { code: string; title: Bilingual }[]): Choice[] =>
		list.map(({ code, title }) => ({ value: code, label: title[language] }));
	const placeholder = m.decide_choose();
	const contestant = select('contestant', m.decide_contestant(), people(choices.contestants), placeholder);
	const judges = choices.judges.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
	const session: DecisionField[] =
		choices.sessions.length === 0
			? []
			: [
					select('session', m.decide_session(), [
						{ value: '', label: m.decide_all_sessions() },
						...titled(choices.sessions)
					])
				];
	switch (form) {
		case 'key':
			return keyFields(choices.questions.find(({ code }) => code === facts.question));
		case 'void':
			return [select('question', m.decide_question(), questionChoices(choices), placeholder)];
		case 'answer':
			return [
				select('answer', m.decide_answer(), answerChoices(choices, language), placeholder),
				select(
					'counts',
					m.decide_what(),
					[
						{ value: 'yes', label: m.decide_answer_counts() },
						{ value: 'no', label: m.decide_answer_not() }
					],
					placeholder
				)
			];
		case 'time':
			return [
				select(
					'contestant',
					m.decide_turn(),
					choices.ended.map(({ stage, number, name }) => ({
						value: JSON.stringify([stage, number]),
						label: `${number} ${name}`
					})),
					placeholder
				),
				select('direction', m.decide_direction(), [
					{ value: 'out', label: m.decide_time_out() },
					{ value: 'back', label: m.decide_time_back() }
				]),
				{ kind: 'text', name: 'minutes', label: m.turns_minutes(), value: '0', numeric: true },
				{ kind: 'text', name: 'seconds', label: m.turns_seconds(), value: '0', numeric: true }
			];
		case 'points':
			return [
				contestant,
				select('place', m.decide_place(), pointPlaces(choices, language)),
				select('direction', m.decide_direction(), [
					{ value: 'take', label: m.decide_points_take() },
					{ value: 'add', label: m.decide_points_add() }
				]),
				{ kind: 'text', name: 'points', label: m.decide_points(), hint: m.decide_points_hint(), numeric: true }
			];
		case 'recusal':
			return [
				select('judge', m.decide_judge(), judges, placeholder),
				contestant,
				select('part', m.decide_part(), [{ value: '', label: m.decide_all_parts() }, ...titled(choices.judgedParts)]),
				select('how', m.decide_how(), [
					{ value: 'recused', label: m.decide_recused() },
					{ value: 'abstained', label: m.decide_abstained() }
				])
			];
		case 'substitute':
			return [
				select('judge', m.decide_judge(), judges, placeholder),
				select('substitute', m.decide_substitute(), judges, placeholder),
				...session,
				...(choices.sessions.length > 1
					? [
							select('reach', m.decide_reach(), [
								{ value: 'only', label: m.decide_reach_only() },
								{ value: 'onward', label: m.decide_reach_onward() }
							])
						]
					: [])
			];
		case 'missing-judge':
			return [
				select('panel', m.decide_panel(), titled(choices.panels)),
				...session,
				select(
					'policy',
					m.decide_policy(),
					missingJudgePolicies.map((policy) => ({
						value: policy,
						label: policy === 'mean-of-present' ? m.decide_policy_mean() : sentence(missingJudgeWords(policy)[language])
					}))
				)
			];
		case 'divergence':
			return [
				select(
					'contestant',
					m.decide_difference(),
					choices.differences.map(({ part, panel, contestant: number }) => ({
						value: JSON.stringify([part, panel, number]),
						label: `${number}, ${choices.parts.find(({ code }) => code === part)?.title[language] ?? part}`
					})),
					placeholder
				),
				select('outcome', m.decide_outcome(), [
					{ value: 'stands', label: m.decide_outcome_stands() },
					{ value: 'head', label: m.decide_outcome_head() },
					...(choices.differences.some(({ mayUseOther }) => mayUseOther)
						? [{ value: 'extra', label: m.decide_outcome_extra() }]
						: [])
				]),
				{
					kind: 'text',
					name: 'value',
					label: m.decide_value(),
					hint: m.decide_value_hint(),
					numeric: true,
					optional: true
				},
				{ ...select('judge', m.decide_other_judge(), judges, m.decide_nobody()), optional: true }
			];
		case 'tie':
			return tieFields(facts);
		case 'advance':
			return [
				select('stage', m.decide_stage(), titled(choices.advancing)),
				contestant,
				select('goesOn', m.decide_what(), [
					{ value: 'yes', label: m.decide_goes_on() },
					{ value: 'no', label: m.decide_stays() }
				])
			];
		case 'award':
			return [
				select('award', m.outcome_award(), titled(choices.awards), placeholder),
				select(
					'given',
					m.decide_what(),
					[
						{ value: 'yes', label: m.decide_give() },
						{ value: 'no', label: m.decide_take() }
					],
					placeholder
				),
				select('to', m.decide_whom(), holders(choices), placeholder)
			];
		case 'override':
			return [
				select(
					'problem',
					m.decide_problem(),
					choices.problems.map(({ code, path, text }) => ({
						value: JSON.stringify([code, path]),
						label: text[language]
					})),
					placeholder
				)
			];
	}
}

export function questionChoices({ questions }: Pick<Choices, 'questions'>): Choice[] {
	return questions.map(({ code, round, text, isVoid }) => ({
		value: code,
		label: [`${code}${isVoid ? ` (${m.decide_is_void()})` : ''}`, round, text].filter((part) => part !== '').join(' · ')
	}));
}

function answerChoices({ aside }: Choices, language: 'vi' | 'en'): Choice[] {
	return aside.map(({ questionCode, contestantNumber, contestantName, choice, usedMs, receivedAt, why }) => ({
		value: JSON.stringify({ question: questionCode, contestant: contestantNumber, choice, usedMs }),
		label: `${contestantNumber} ${contestantName}, ${questionCode}: ${choiceText(choice, language)}, ${displayTime(receivedAt)} (${
			why === 'late' ? m.decide_answer_late() : m.decide_answer_in_time()
		})`
	}));
}

/** Words that elsewhere stand inside a sentence begin one here. */
function sentence(words: string): string {
	return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function select(
	name: string,
	label: string,
	choices: Choice[],
	placeholder?: string
): DecisionField & { kind: 'select' } {
	return placeholder === undefined
		? { kind: 'select', name, label, choices }
		: { kind: 'select', name, label, choices, placeholder };
}

function people(list: { number: string; name: string }[]): Choice[] {
	return list.map(({ number, name }) => ({ value: number, label: `${number} ${name}` }));
}

function holders({ contestants, units }: Choices): Choice[] {
	return [
		...contestants.map(({ number, name }) => ({
			value: JSON.stringify(['contestant', number]),
			label: `${number} ${name}`
		})),
		...units.map(({ code, name }) => ({ value: JSON.stringify(['unit', code]), label: name }))
	];
}

/** The total of a stage, then its parts. */
function pointPlaces({ stages, parts }: Choices, language: 'vi' | 'en'): Choice[] {
	return stages.flatMap((stage) => [
		{
			value: JSON.stringify([stage.code]),
			label: stages.length > 1 ? m.decide_total_of({ stage: stage.title[language] }) : m.common_total()
		},
		...parts
			.filter((part) => part.stage === stage.code)
			.map((part) => ({ value: JSON.stringify([stage.code, part.code]), label: part.title[language] }))
	]);
}

function tieFields({ choices, tie }: FieldFacts): DecisionField[] {
	const chosen = choices.ties[tie];
	if (!chosen) return [];
	const { stage, key, contestants } = chosen;
	const named = { kind: 'hidden' as const, name: 'tie', value: JSON.stringify([stage, key, ...contestants]) };
	if (key === 'lots')
		return [named, { kind: 'text', name: 'seed', label: m.console_lots_seed(), hint: m.decide_seed_hint() }];
	return [
		named,
		...contestants.map((number) => ({
			kind: 'text' as const,
			name: `place ${number}`,
			label: m.decide_place_of({ number }),
			hint: m.decide_place_hint(),
			numeric: true
		}))
	];
}
