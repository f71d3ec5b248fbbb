// A result as lines of text: every place with its sentence, awards, who is proposed, what is missing; it must not compute any of it.
import { formatPoints } from '#lib/contest/points.ts';
import type { ContestRecord } from '#lib/contest/record/record.ts';
import type { ContestResult, Ranking, StageResult } from '#lib/contest/result/result.ts';
import { stageOf } from '#lib/contest/rules/rules.ts';
import { missingSentence } from './missing-sentence.ts';

type Language = 'vi' | 'en';

export function resultText(record: ContestRecord, result: ContestResult, language: Language): string {
	const lines = [
		record.contest.name,
		`${record.rules.title[language]}${record.rules.reference ? ` (${record.rules.reference})` : ''}`,
		...result.stages.flatMap((stage) => stageLines(record, stage, language)),
		...awardLines(record, result, language),
		...nominationLines(record, result, language),
		...missingLines(record, result, language)
	];
	return `${lines.join('\n')}\n`;
}

function stageLines(record: ContestRecord, stage: StageResult, language: Language): string[] {
	const title = stageOf(record.rules, stage.stage)?.title[language] ?? stage.stage;
	return [
		...stage.rankings.flatMap((ranking) => rankingLines(record, title, ranking, language)),
		...stage.teams.map(({ team, rank, total, why }, at) => {
			const heading = at === 0 ? `\n${title}: ${language === 'vi' ? 'tập thể' : 'teams'}\n` : '';
			return `${heading}${rank ?? '–'}. ${team}  ${formatPoints(total, language)}  ${why[language]}`;
		})
	];
}

function rankingLines(record: ContestRecord, title: string, ranking: Ranking, language: Language): string[] {
	const nameOf = new Map(record.contestants.map(({ number, name }) => [number, name]));
	const groups = [
		...record.rules.categories.filter(({ code }) => code === ranking.category),
		...record.rules.clusters.filter(({ code }) => code === ranking.cluster)
	];
	return [
		'',
		[title, ...groups.map((group) => group.title[language])].join(' · '),
		...ranking.places.map(({ contestant, rank, total, why }) => {
			const points = rank === null ? '' : `  ${formatPoints(total, language)}`;
			return `${rank ?? '–'}. ${contestant} ${nameOf.get(contestant) ?? ''}${points}  ${why[language]}`;
		})
	];
}

function awardLines({ rules }: ContestRecord, { awards }: ContestResult, language: Language): string[] {
	if (awards.length === 0) return [];
	const titleOf = new Map(rules.awards.map(({ code, title }) => [code, title[language]]));
	return [
		'',
		language === 'vi' ? 'Giải thưởng' : 'Awards',
		...awards.flatMap(({ award, winners, why }) => [
			`${titleOf.get(award) ?? award}: ${why[language]}`,
			...winners.map((winner) => `  ${winner.contestant ?? winner.unit}  ${winner.why[language]}`)
		])
	];
}

function nominationLines({ rules }: ContestRecord, { nominations }: ContestResult, language: Language): string[] {
	if (rules.nomination === null) return [];
	return ['', `${rules.nomination.to[language]}: ${nominations.join(', ') || '–'}`];
}

function missingLines(record: ContestRecord, { missing }: ContestResult, language: Language): string[] {
	if (missing.length === 0) return [];
	const heading = language === 'vi' ? 'Chưa chính thức, còn thiếu:' : 'Not official yet, missing:';
	return ['', heading, ...missing.map((each) => `  ${missingSentence(record.rules, each)[language]}`)];
}
