// Locking sessions, signing and sealing their minutes, opening them again: reads the desk, and does what the forms ask.
import { isRefusal, type Refusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { lockSession } from '#lib/server/usecases/lock-session.ts';
import { openSession } from '#lib/server/usecases/open-session.ts';
import { signMinutes } from '#lib/server/usecases/sign-minutes.ts';
import { setSigningPin } from '#lib/server/usecases/sign-with-pin.ts';
import { minutesDesk } from '#lib/server/views/minutes-desk.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const desk = await minutesDesk(locals.app, locals.seat, params.contest);
	if (isRefusal(desk)) stopWith(desk, locals.language);
	return { desk };
};

type Act = 'lock' | 'ask' | 'open' | 'withdraw' | 'sign' | 'seal';

/** A PIN is set with the password where it is first used. */
async function perform({ locals, params, request }: RequestEvent, act: Act) {
	const form = await request.formData();
	const [pin, password] = [form.get('pin') ?? '', form.get('password')];
	const set = password === null || (await setSigningPin(locals.app, locals.seat, { pin, password }));
	if (isRefusal(set)) return failWith(set, locals.language);
	const session = { contestId: params.contest, stage: form.get('stage'), session: form.get('session') };
	const done = await doneBy[act](locals, { ...session, pin }, form);
	return isRefusal(done) ? failWith(done, locals.language) : { done: act };
}

type Doing = (locals: App.Locals, session: { pin: unknown } & object, form: FormData) => Promise<object | Refusal>;

const doneBy: Record<Act, Doing> = {
	lock: ({ app, seat }, session) => lockSession(app, seat, session),
	ask: ({ app, seat }, session, form) => openSession(app, seat, { act: 'ask', ...session, reason: form.get('reason') }),
	open: ({ app, seat }, session) => openSession(app, seat, { act: 'open', ...session }),
	withdraw: ({ app, seat }, { pin: _, ...session }) => openSession(app, seat, { act: 'withdraw', ...session }),
	sign: ({ app, seat }, session, form) => signMinutes(app, seat, { ...session, act: 'signed', seen: form.get('seen') }),
	seal: ({ app, seat }, session, form) => signMinutes(app, seat, { ...session, act: 'sealed', seen: form.get('seen') })
};

export const actions: Actions = {
	lock: (event) => perform(event, 'lock'),
	ask: (event) => perform(event, 'ask'),
	open: (event) => perform(event, 'open'),
	withdraw: (event) => perform(event, 'withdraw'),
	sign: (event) => perform(event, 'sign'),
	seal: (event) => perform(event, 'seal')
};
