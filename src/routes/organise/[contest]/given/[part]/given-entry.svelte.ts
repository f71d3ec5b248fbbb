// One contestant's points while they are typed: what is typed, what is saved, what is on its way; it must not know the other rows.
import { deserialize } from '$app/forms';
import { formatPoints, parsePoints, type Points } from '#lib/contest/points.ts';
import { pointsField, reasonField } from './given-form.ts';

/** clean: saved, or nothing typed · invalid: not points of this part · waiting · sending · unsent: tried again · refused */
export type EntryPhase = 'clean' | 'invalid' | 'waiting' | 'sending' | 'unsent' | 'refused';

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

	readonly #contestantId: string;
	readonly #max: Points;
	#saved = '';
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		given: { contestantId: string; points: Points | null; reason: string },
		max: Points,
		language: 'vi' | 'en'
	) {
		this.#contestantId = given.contestantId;
		this.#max = max;
		this.points = given.points === null ? '' : formatPoints(given.points, language);
		this.reason = given.reason;
		this.isGiven = given.points !== null;
		this.#saved = this.#typed();
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
		if (this.phase === 'sending' || !this.#isValid() || this.#typed() === this.#saved) return;
		const sent = this.#typed();
		const isGiven = this.points.trim() !== '';
		this.phase = 'sending';
		const answer = await this.#post();
		if (answer.kind === 'saved') {
			this.#saved = sent;
			this.isGiven = isGiven;
			this.savedAt = answer.at;
			this.phase = 'clean';
			if (this.#typed() !== sent) this.touch();
		} else if (answer.kind === 'refused') {
			this.refusal = answer.message;
			this.phase = 'refused';
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

	async #post(): Promise<{ kind: 'saved'; at: number } | { kind: 'refused'; message: string } | { kind: 'lost' }> {
		const form = new FormData();
		form.set(pointsField(this.#contestantId), this.points);
		form.set(reasonField(this.#contestantId), this.reason);
		try {
			const response = await fetch('', {
				method: 'POST',
				body: form,
				keepalive: true,
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				signal: AbortSignal.timeout?.(10_000)
			});
			const result = deserialize(await response.text());
			if (result.type === 'success')
				return { kind: 'saved', at: (result.data as { saved: { savedAt: number } }).saved.savedAt };
			const refusal = result.type === 'failure' ? (result.data?.refusal as { message: string } | undefined) : undefined;
			return refusal ? { kind: 'refused', message: refusal.message } : { kind: 'lost' };
		} catch {
			return { kind: 'lost' };
		}
	}
}
