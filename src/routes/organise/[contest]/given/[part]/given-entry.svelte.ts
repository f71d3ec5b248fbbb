// One contestant's points while they are typed: what is typed, what is saved, what is on its way; it must not know the other rows.
import { deserialize } from '$app/forms';
import { formatPoints, parsePoints, type Points } from '#lib/contest/points.ts';
import { pointsField, reasonField, versionField } from './given-form.ts';

/** One contestant's points as the server has them. */
export interface StoredGiven {
	contestantId: string;
	points: Points | null;
	reason: string;
	version: number;
	/** Version of the contest this was read at, or before. */
	contestVersion: number;
}

/** clean: saved, or nothing typed · invalid: not points of this part · waiting · sending · unsent: tried again · refused: until it is typed anew */
export type EntryPhase = 'clean' | 'invalid' | 'waiting' | 'sending' | 'unsent' | 'refused';

/** As the action answers. */
interface Saved {
	saved: { savedAt: number; versions: Record<string, number> };
	contestVersion: number;
}

const pauseMs = 600;
const retryMs = 3_000;

export class GivenEntry {
	points = $state('');
	reason = $state('');
	phase = $state<EntryPhase>('clean');
	/** Null until something was saved here. */
	savedAt = $state<number | null>(null);
	refusal = $state<string | null>(null);
	/** Whether points are saved, whatever is being typed. */
	isGiven = $state(false);

	/** Of the points that what is typed stands over. */
	version = $state(0);

	readonly #max: Points;
	readonly #language: 'vi' | 'en';
	/** The newest the server has told. */
	#stored: StoredGiven;
	#saved = '';
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(stored: StoredGiven, max: Points, language: 'vi' | 'en') {
		this.#max = max;
		this.#language = language;
		this.#stored = stored;
		this.#adopt(stored);
	}

	/** What others have saved comes into a field nobody is typing in; over what is typed here the server decides. */
	follow(stored: StoredGiven): void {
		// Read before the own points were saved: the next news brings those.
		if (stored.contestVersion < this.#stored.contestVersion) return;
		this.#stored = stored;
		if (stored.version === this.version) return;
		if (this.phase === 'clean') this.#adopt(stored);
		if (this.phase === 'refused') this.#settle(stored);
	}

	#adopt(stored: StoredGiven): void {
		this.points = stored.points === null ? '' : formatPoints(stored.points, this.#language);
		this.reason = stored.reason;
		this.savedAt = null;
		this.#settle(stored);
	}

	#settle({ version, points, reason }: StoredGiven): void {
		this.version = version;
		this.isGiven = points !== null;
		this.#saved = `${points === null ? '' : formatPoints(points, this.#language)}\n${reason}`;
	}

	touch(): void {
		this.refusal = null;
		clearTimeout(this.#timer);
		if (!this.#isValid()) {
			this.phase = 'invalid';
			return;
		}
		if (this.phase !== 'sending') this.phase = this.#typed() === this.#saved ? 'clean' : 'waiting';
		this.#timer = setTimeout(() => void this.save(), pauseMs);
	}

	/** Sends now what is typed, if it is new and valid. */
	async save(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.phase === 'sending' || this.phase === 'refused' || !this.#isValid() || this.#typed() === this.#saved)
			return;
		const sent = this.#typed();
		const isGiven = this.points.trim() !== '';
		this.phase = 'sending';
		const answer = await this.#post();
		if (answer.kind === 'saved') {
			this.#saved = sent;
			this.isGiven = isGiven;
			this.#stored = { ...this.#stored, ...answer.stored };
			this.version = answer.stored.version;
			this.savedAt = answer.at;
			this.phase = 'clean';
			if (this.#typed() !== sent) this.touch();
		} else if (answer.kind === 'refused') {
			this.refusal = answer.message;
			this.phase = 'refused';
			this.#settle(this.#stored);
		} else {
			this.phase = 'unsent';
			this.#timer = setTimeout(() => void this.save(), retryMs);
		}
	}

	stop(): void {
		void this.save();
		clearTimeout(this.#timer);
	}

	#typed(): string {
		return `${this.points.trim()}\n${this.reason.trim()}`;
	}

	#isValid(): boolean {
		if (this.points.trim() === '') return true;
		const points = parsePoints(this.points);
		return points !== null && points >= 0 && points <= this.#max;
	}

	async #post(): Promise<
		| { kind: 'saved'; at: number; stored: Omit<StoredGiven, 'contestantId'> }
		| { kind: 'refused'; message: string }
		| { kind: 'lost' }
	> {
		const form = new FormData();
		const { contestantId } = this.#stored;
		const [points, reason] = [parsePoints(this.points), this.reason];
		form.set(pointsField(contestantId), this.points);
		form.set(reasonField(contestantId), reason);
		form.set(versionField(contestantId), String(this.version));
		try {
			const response = await fetch('', {
				method: 'POST',
				body: form,
				keepalive: true,
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				signal: AbortSignal.timeout?.(10_000)
			});
			const result = deserialize(await response.text());
			if (result.type === 'success') {
				const { saved, contestVersion } = result.data as unknown as Saved;
				const version = saved.versions[contestantId] ?? this.version;
				return { kind: 'saved', at: saved.savedAt, stored: { points, reason, version, contestVersion } };
			}
			const refusal = result.type === 'failure' ? (result.data?.refusal as { message: string } | undefined) : undefined;
			return refusal ? { kind: 'refused', message: refusal.message } : { kind: 'lost' };
		} catch {
			return { kind: 'lost' };
		}
	}
}
