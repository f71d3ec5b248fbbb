// When units may register, by the server's clock (R260); it must not know who asks.

export interface RegistrationWindow {
	/** ms since the epoch; null: at once. */
	opensAt: number | null;
	/** The first instant that is too late; null: not set. */
	closesAt: number | null;
}

export type WindowState = 'not-asked' | 'early' | 'open' | 'closed';

/** R260: open from the opening on and until the closing, which is already too late; where nothing was asked, nobody registers. */
export function windowState(times: RegistrationWindow | null, now: number): WindowState {
	if (times === null) return 'not-asked';
	if (times.opensAt !== null && now < times.opensAt) return 'early';
	return times.closesAt !== null && now >= times.closesAt ? 'closed' : 'open';
}

/** R260: what the organisers returned is corrected also after the closing; nothing is before the opening. */
export function mayStillChange(state: WindowState, wasReturned: boolean): boolean {
	return state === 'open' || (state === 'closed' && wasReturned);
}
