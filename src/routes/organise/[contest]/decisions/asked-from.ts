// What a form of decisions asks for, from its fields; what is missing or wrong is left for the use case to refuse.
import { drawSome, publishedSeed } from '#lib/contest/lots.ts';
import { readNumber } from '#lib/contest/plain-number.ts';
import { parsePoints } from '#lib/contest/points.ts';
import { parsedJson } from './parsed-json.ts';

export function askedFrom(form: FormData): unknown {
	if (form.has('takesBack')) return { takesBack: Number(form.get('takesBack')) };
	return { content: contentFrom(form) };
}

function contentFrom(form: FormData): unknown {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const orNull = (name: string) => text(name) || null;
	/** A choice of several codes: an array as JSON. */
	const codes = (name: string) => {
		const parsed = parsedJson(form.get(name));
		return Array.isArray(parsed) ? (parsed as unknown[]) : [];
	};
	const kind = text('kind');
	switch (kind) {
		case 'key':
			return { kind, question: text('question'), key: keyFrom(form) };
		case 'void':
			return { kind, question: text('question') };
		case 'answer': {
			const given = parsedJson(form.get('answer'));
			return { kind, ...(typeof given === 'object' ? given : null), counts: text('counts') === 'yes' };
		}
		case 'time': {
			const [stage, contestant] = codes('contestant');
			const ms = (Number(form.get('minutes') ?? 0) * 60 + Number(form.get('seconds') ?? 0)) * 1000;
			return { kind, stage, contestant, removedMs: text('direction') === 'back' ? -ms : ms };
		}
		case 'points': {
			const [stage, part = null] = codes('place');
			const points = parsePoints(text('points'));
			const signed = !points || text('direction') === 'add' ? points : -points;
			const lateEntry = text('lateEntry');
			return { kind, stage, part, contestant: text('contestant'), points: signed, ...(lateEntry && { lateEntry }) };
		}
		case 'recusal':
			return { kind, judge: text('judge'), contestant: text('contestant'), part: orNull('part'), how: text('how') };
		case 'substitute':
			return {
				kind,
				judge: text('judge'),
				substitute: text('substitute'),
				session: orNull('session'),
				...(orNull('session') && text('reach') === 'onward' && { onward: true })
			};
		case 'missing-judge':
			return { kind, panel: text('panel'), session: orNull('session'), policy: text('policy') };
		case 'divergence': {
			const [part, panel, contestant] = codes('contestant');
			return { kind, part, panel, contestant, outcome: outcomeFrom(form) };
		}
		case 'tie':
			return tieFrom(form);
		case 'advance':
			return { kind, stage: text('stage'), contestant: text('contestant'), goesOn: text('goesOn') === 'yes' };
		case 'award': {
			const [whose, code] = codes('to');
			return { kind, award: text('award'), to: { [String(whose)]: code }, given: text('given') === 'yes' };
		}
		case 'override': {
			const [problem, path] = codes('problem');
			return { kind, problem, path };
		}
		default:
			return { kind };
	}
}

function keyFrom(form: FormData): unknown {
	if (form.has('value')) {
		const value = readNumber(String(form.get('value'))) ?? '';
		const tolerance = String(form.get('tolerance') ?? '').trim();
		const off = tolerance === '' ? '' : (readNumber(tolerance) ?? tolerance);
		return { correct: { kind: 'number', value }, tolerance: off, alsoCorrect: [] };
	}
	if (form.has('wordings')) {
		const wordings = String(form.get('wordings')).split(';');
		const [value = '', ...alsoCorrect] = wordings.map((each) => each.trim()).filter((each) => each !== '');
		return { correct: { kind: 'text', value }, tolerance: '', alsoCorrect };
	}
	if (form.has('pairs')) {
		const pairs = [
			...String(form.get('pairs'))
				.toUpperCase()
				.matchAll(/([A-E])[\s:–-]*([1-5])/g)
		];
		const correct = {
			kind: 'pairs',
			pairs: Object.fromEntries(pairs.map(([, left = '', right = '']) => [left, right]))
		};
		return { correct, tolerance: '', alsoCorrect: [] };
	}
	const options = form.has('order')
		? String(form.get('order'))
				.toUpperCase()
				.split(/[\s,;>]+/)
				.filter((each) => each !== '')
		: form.getAll('options').map(String);
	return { correct: { kind: 'options', options }, tolerance: '', alsoCorrect: [] };
}

function outcomeFrom(form: FormData): unknown {
	const kind = form.get('outcome');
	switch (kind) {
		case 'head':
			return { kind, value: parsePoints(String(form.get('value') ?? '')) };
		case 'extra':
			return { kind, judge: form.get('judge') };
		default:
			return { kind };
	}
}

/** Places people typed: equal numbers stay together. Lots are drawn from the numbers the witnesses gave (R60). */
function tieFrom(form: FormData): unknown {
	const parsed = parsedJson(form.get('tie'));
	const [stage, key, ...numbers] = Array.isArray(parsed) ? parsed.map(String) : [];
	if (key === 'lots') {
		const seed = publishedSeed(String(form.get('seed') ?? ''));
		const order = drawSome(seed, numbers, numbers.length).map((number) => [number]);
		return { kind: 'tie', stage, key, order, seed };
	}
	const groups = new Map<number, string[]>();
	for (const number of numbers) {
		const place = Number(form.get(`place ${number}`));
		if (place >= 1) groups.set(place, [...(groups.get(place) ?? []), number]);
	}
	const order = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
	return { kind: 'tie', stage, key, order, seed: null };
}
