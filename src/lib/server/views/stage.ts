// One whole stage per audience from one hall: what each group of screens may see, decided here and nowhere else.
import type { Question } from '../../contest/question.ts';
import type { Audience, NextTurn, QuestionView, Scene, Stage, TurnView } from '../../contest/stage.ts';
import { ceremonyView } from '../../contest/ceremony.ts';
import { underCodeName } from '../../contest/code-names.ts';
import { currentTables, tablesSoFar, type StandingTable } from '../../contest/standing-table.ts';
import type { Hall, LiveRound } from './hall.ts';

/** Pure. The same hall and audience always give the same stage. */
export function stageFor(audience: Audience, hall: Hall): Stage {
	const { contest } = hall;
	return {
		version: contest.version,
		contest: {
			id: contest.id,
			name: contest.name,
			organiser: contest.organiser,
			place: contest.place,
			joinCode: contest.joinCode,
			isPublished: contest.publishedAt !== null
		},
		scene: hearsNames(audience) ? sceneFor(audience, hall) : underCodeNames(sceneFor(audience, hall), hall),
		isBlank: contest.hall.show === 'blank',
		next: audience === 'mc' || audience === 'console' ? nextOf(hall) : null,
		rehearsal: contest.isRehearsal
	};
}

function sceneFor(audience: Audience, hall: Hall): Scene {
	const followsHall = audience === 'screen' || audience === 'mc' || audience === 'console';
	// Whoever speaks to the hall goes on speaking while the screen is dark.
	const readsOn = audience === 'mc' && hall.contest.hall.show === 'blank';
	if (followsHall && !readsOn) {
		const directed = directedScene(hall);
		if (directed) return directed;
	}
	const maySeeStandings = audience === 'contestant' && hall.contest.standingsShown && hall.standings !== null;
	const turn = currentTurn(hall.turns);
	if (maySeeStandings && hall.contest.hall.show === 'standings' && isBetween(hall.round, turn))
		return standingsScene(hall);
	if (hall.round) return roundScene(hall.round);
	if (turn) return { kind: 'turn', turn };
	if (maySeeStandings) return standingsScene(hall);
	if (hall.finishedRound && hall.turns.every((each) => each.status === 'waiting'))
		return { kind: 'round-finished', roundId: hall.finishedRound.id, title: titleOf(hall.finishedRound) };
	return { kind: 'waiting' };
}

/** R325: the hall, and the phones that are held in it, may be kept from knowing; who calls people must know whom. */
function hearsNames(audience: Audience): boolean {
	return audience === 'mc' || audience === 'console';
}

/** R325: a ceremony names people all the same: that is what it is for. */
function underCodeNames(scene: Scene, { codeNames }: Hall): Scene {
	if (codeNames === null) return scene;
	if (scene.kind === 'turn')
		return { ...scene, turn: { ...scene.turn, presenter: underCodeName(scene.turn.presenter, codeNames) } };
	if (scene.kind !== 'standings') return scene;
	// Why somebody stands where they do names others.
	const rows = (table: StandingTable) =>
		table.rows.map((row) => ({ ...underCodeName(row, codeNames), why: { vi: '', en: '' } }));
	return { ...scene, tables: scene.tables.map((table) => ({ ...table, rows: rows(table) })) };
}

/** Nobody has to answer or to speak, and no key is still to come: a contestant may look up with the hall. */
function isBetween(round: LiveRound | null, turn: TurnView | null): boolean {
	return round ? round.state.phase === 'revealed' : turn?.status === 'ended';
}

/** What the organiser has told the projector to show instead of following the contest. */
function directedScene(hall: Hall): Scene | null {
	const { hall: directed } = hall.contest;
	switch (directed.show) {
		case 'live':
			return null;
		case 'blank':
			return { kind: 'blank' };
		case 'standings':
			return standingsScene(hall);
		case 'ceremony': {
			const tables = currentTables(hall.standings?.tables ?? []);
			const { title, revealed, hidden, step, steps } = ceremonyView(tables, directed.step);
			return { kind: 'ceremony', title, revealed, hidden, step, steps };
		}
	}
}

function standingsScene(hall: Hall): Scene {
	const final = hall.standings?.isComplete ?? false;
	const tables = currentTables(hall.standings?.tables ?? []);
	return { kind: 'standings', tables: final ? tables : tablesSoFar(tables), final };
}

const titleOf = (round: { title: string }) => ({ vi: round.title, en: round.title });

/** Field by field, so that nothing else a question carries comes along; `index` counts from 0. */
export function viewOfQuestion(
	{ id, kind, text, options, targets, picture }: Question,
	index: number,
	of: number
): QuestionView {
	return {
		id,
		kind,
		text,
		options: options.map((option) => ({ id: option.id, text: option.text })),
		targets: targets.map((target) => ({ id: target.id, text: target.text })),
		picture: picture && { alt: picture.alt, width: picture.width, height: picture.height },
		number: index + 1,
		of
	};
}

function roundScene({ row, state, questions, reveal }: LiveRound): Scene {
	const current = questions[state.questionIndex];
	const { phase } = state;
	if (!current || phase === 'lobby' || phase === 'planned' || phase === 'finished')
		return { kind: 'lobby', roundId: row.id, title: titleOf(row), questionCount: questions.length };
	const question = viewOfQuestion(current.question, state.questionIndex, questions.length);
	const { deadlineAt, remainingMs, allowedMs, extraPercent } = state;
	return {
		kind: 'question',
		roundId: row.id,
		title: titleOf(row),
		phase,
		question,
		clock: { deadlineAt, remainingMs, allowedMs, extraPercent },
		mayChangeAnswer: current.mayChange,
		reveal
	};
}

/** Who is called, on stage or speaking; after that, whoever has just ended while nobody else has been called. */
export function currentTurn(turns: TurnView[]): TurnView | null {
	const active = turns.find((turn) => ['called', 'on_stage', 'running'].includes(turn.status));
	if (active) return active;
	const ended = turns.filter((turn) => turn.status === 'ended' && turn.endedAt !== null);
	const isOver = turns.every((turn) => turn.status === 'ended' || turn.status === 'absent');
	if (ended.length === 0 || isOver) return null;
	return ended.reduce((last, turn) => ((turn.endedAt ?? 0) > (last.endedAt ?? 0) ? turn : last));
}

function nextOf(hall: Hall): Stage['next'] {
	const questionNumber =
		hall.round && hall.round.state.questionIndex + 1 < hall.round.questions.length
			? hall.round.state.questionIndex + 2
			: null;
	const turn = hall.turns.find(({ status }) => status === 'waiting');
	return { turn: turn ? nextTurn(turn) : null, questionNumber };
}

/** Field by field, so that nothing secret of a turn comes along before its time. */
function nextTurn({ turnId, presenter, position, of }: TurnView): NextTurn {
	return { turnId, presenter, position, of };
}
