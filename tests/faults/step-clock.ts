// Loaded before a server (`--import`): at SIGUSR2 the wall clock of this process jumps by CLOCK_STEP_MS, as after a wrong NTP answer; monotonic time goes on.
const RealDate = Date;
let stepMs = 0;
const now = () => RealDate.now() + stepMs;

globalThis.Date = new Proxy(RealDate, {
	construct: (target, given) => (given.length === 0 ? new target(now()) : Reflect.construct(target, given)),
	get: (target, name) => (name === 'now' ? now : Reflect.get(target, name))
});
process.on('SIGUSR2', () => void (stepMs = Number(process.env.CLOCK_STEP_MS)));
