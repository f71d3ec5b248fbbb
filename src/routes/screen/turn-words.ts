// What the state of a turn is called on hall and MC screens.
import type { TurnView } from '#lib/contest/stage.ts';
import { m } from '#lib/paraglide/messages.js';

export function turnWord(status: TurnView['status']): string {
	return {
		waiting: m.hall_turn_status_waiting,
		called: m.hall_turn_status_called,
		on_stage: m.hall_turn_status_on_stage,
		running: m.hall_turn_status_running,
		ended: m.hall_turn_status_ended,
		absent: m.hall_turn_status_absent
	}[status]();
}
