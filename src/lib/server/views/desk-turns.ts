// A turn as a judge's desk shows it: by number and name, or by a code name while the judge is not to know whose it is. It must not know sheets.
import { hiddenPlaces } from '../../contest/code-names.ts';
import type { TurnView } from '../../contest/stage.ts';
import type { TurnRecord } from '../stores/turns.ts';
import type { timingOnStage } from './stage-now.ts';

export interface ShownPerson {
	number: string;
	/** Both empty while hidden. */
	name: string;
	unit: string;
	position: number;
}

/** R323: of whom is hidden, number and place tell no more than the name. */
export function shownPeople(
	turns: readonly TurnRecord[],
	isHidden: (turn: TurnRecord) => boolean
): (turn: TurnRecord) => ShownPerson {
	const places = hiddenPlaces(
		turns.map((turn) => ({
			...{ id: turn.id, position: turn.position, number: turn.contestant.number, codeName: turn.contestant.codeName },
			isHidden: isHidden(turn)
		}))
	);
	return (turn) => {
		const { position, number } = places.get(turn.id) ?? { position: turn.position, number: turn.contestant.number };
		const hidden = isHidden(turn);
		return { number, name: hidden ? '' : turn.contestant.fullName, unit: hidden ? '' : turn.unit.name, position };
	};
}

export function deskTurnView(
	turn: TurnRecord,
	of: number,
	timing: ReturnType<typeof timingOnStage>,
	{ isStageOpen, person }: { isStageOpen: boolean; person: ShownPerson }
): TurnView {
	const { position, ...presenter } = person;
	return {
		turnId: turn.id,
		presenter: { contestantId: turn.contestant.id, ...presenter },
		position,
		of,
		status: turn.status,
		topic: turn.topic?.title ?? null,
		situation: isStageOpen ? (turn.situation?.text ?? null) : null,
		startedAt: turn.startedAt,
		endedAt: turn.endedAt,
		removedMs: turn.removedMs,
		mostMs: timing?.mostMs ?? null,
		warnBeforeMs: timing?.warnBeforeMs ?? 0
	};
}
