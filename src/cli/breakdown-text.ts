// The breakdown of a contestant as lines of text, indented from stage to mark; it must not compute any of it.
import { formatPoints, type Points } from '#lib/contest/points.ts';
import type { Breakdown, PanelBreakdown, PartBreakdown, StageBreakdown } from '#lib/contest/result/breakdown.ts';
import { countsWords, verdictWords } from '#lib/contest/result/breakdown-words.ts';

type Language = 'vi' | 'en';

const words = {
	vi: { question: 'Câu', key: 'đáp án', of: 'trên', mean: 'trung bình', award: 'Giải', adjusted: 'Điểm cộng, trừ' },
	en: { question: 'Question', key: 'key', of: 'of', mean: 'mean', award: 'Award', adjusted: 'Added or taken off' }
};

export function breakdownText({ number, name, unit, stages, awards }: Breakdown, lang: Language): string {
	const lines = [
		`${number} ${name} · ${unit}`,
		...stages.flatMap((stage) => stageLines(stage, lang)),
		...awards.map(({ title, why }) => `${words[lang].award}: ${title[lang]}  ${why[lang]}`)
	];
	return `${lines.join('\n')}\n`;
}

function stageLines({ title, total, why, parts, carried, adjusted }: StageBreakdown, lang: Language): string[] {
	return [
		`${title[lang]}: ${formatPoints(total, lang)}  ${why[lang]}`,
		...carried.map((earlier) => `  ${earlier.title[lang]}: ${formatPoints(earlier.points, lang)}`),
		...parts.flatMap((part) => partLines(part, lang)),
		...(adjusted === 0 ? [] : [`  ${words[lang].adjusted}: ${formatPoints(adjusted, lang)}`])
	];
}

function partLines({ title, points, max, notes, questions, panels }: PartBreakdown, lang: Language): string[] {
	const { question: asked, key: right, of } = words[lang];
	return [
		`  ${title[lang]}: ${pointsText(points, lang)} ${of} ${formatPoints(max, lang)}`,
		...notes.map((note) => `    ${note[lang]}`),
		...questions.map(({ question, chosen, key, verdict, points: brought, usedMs }) => {
			const time = usedMs === null ? '' : `  ${formatPoints(Math.round(usedMs / 10), lang)} s`;
			const verdictText = verdictWords[verdict][lang];
			return `    ${asked} ${question}: ${chosen || '–'} (${right} ${key}) ${verdictText}  ${formatPoints(brought, lang)}${time}`;
		}),
		...panels.flatMap((panel) => panelLines(panel, lang))
	];
}

function panelLines({ title, value, max, criteria, sheets, divergence }: PanelBreakdown, lang: Language): string[] {
	const marked = (marks: (Points | null)[]) =>
		criteria.map(({ code }, at) => `${code} ${pointsText(marks[at] ?? null, lang)}`).join('  ');
	return [
		`    ${title[lang]}: ${pointsText(value, lang)} ${words[lang].of} ${formatPoints(max, lang)}`,
		...sheets.map(
			({ judge, name, total, counts, marks }) =>
				`      ${judge} ${name}: ${formatPoints(total, lang)} (${countsWords[counts][lang]})  ${marked(marks)}`
		),
		`      ${words[lang].mean}: ${marked(criteria.map(({ mean }) => mean))}`,
		...(divergence ? [`      ${divergence[lang]}`] : [])
	];
}

function pointsText(points: Points | null, lang: Language): string {
	return points === null ? '–' : formatPoints(points, lang);
}
