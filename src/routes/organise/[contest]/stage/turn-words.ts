// The words for a turn's status and for the steps of a turn, the same wherever the console shows them.
import type { TurnCommand, TurnStatus } from '#lib/contest/turn.ts';
import { m } from '#lib/paraglide/messages.js';

export function statusWords(status: TurnStatus): string {
	switch (status) {
		case 'waiting':
			return m.judge_turn_waiting();
		case 'called':
			return m.judge_turn_called();
		case 'on_stage':
			return m.judge_turn_on_stage();
		case 'running':
			return m.judge_turn_running();
		case 'ended':
			return m.judge_turn_ended();
		case 'absent':
			return m.judge_turn_absent();
	}
}

export function actWords(command: TurnCommand['do']): string {
	switch (command) {
		case 'call':
			return m.turns_call();
		case 'step-on-stage':
			return m.turns_step_on_stage();
		case 'start':
			return m.turns_start();
		case 'end':
			return m.turns_end();
		case 'mark-absent':
			return m.turns_mark_absent();
		case 'return-to-queue':
			return m.turns_return_to_queue();
		case 'take-back':
			return m.turns_take_back();
		case 'remove-time':
			return m.turns_remove_time();
	}
}
