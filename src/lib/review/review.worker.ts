/** The worker of `/granska`: all of an officer's files are here and nowhere else, and are gone when it ends. */
import { failureKindOf, messageOf } from '../engine/errors';
import { PublishError } from '../publish/publish-error';
import { RegisterError, UnreadableError } from '../publish/start-register';
import { text } from '../schema/text';
import type { Progress, Refusal, Reply, Request, TaskName, Tasks } from './protocol';
import { Session, startFrom } from './session';

const session = new Session();

/** Often enough to be seen; each message costs the page a moment. */
const REPORT_MS = 100;

function reporter(id: number): (progress: Progress) => void {
	let last = { step: '', at: 0 };
	return (progress) => {
		const now = performance.now();
		if (progress.step === last.step && now - last.at < REPORT_MS) return;
		last = { step: progress.step, at: now };
		self.postMessage({ id, progress } satisfies Reply);
	};
}

function work(request: Request): Promise<unknown> | unknown {
	const report = reporter(request.id);
	const asked = <T extends TaskName>() => request.ask as Tasks[T]['ask'];
	if (request.task === 'check') return session.check(asked<'check'>(), report);
	if (request.task === 'row') return session.row(asked<'row'>());
	if (request.task === 'make') return session.make(asked<'make'>().engine, report);
	if (request.task === 'page') return session.page(asked<'page'>(), report);
	if (request.task === 'endPages') return session.endPages();
	if (request.task === 'sign') return session.sign(asked<'sign'>());
	if (request.task === 'pack') return session.pack(asked<'pack'>().locale, report);
	return startFrom(asked<'start'>());
}

function refusalOf(thrown: unknown): Refusal {
	if (thrown instanceof PublishError) return { code: thrown.code, texts: thrown.texts };
	if (thrown instanceof RegisterError) {
		const missing = thrown.missing.join(', ');
		return { code: 'not_register', texts: [text(missing, missing)] };
	}
	if (thrown instanceof UnreadableError) return { code: 'unreadable_register', texts: [] };
	const message = messageOf(thrown);
	return { code: 'failed', kind: failureKindOf(thrown), texts: [text(message, message)] };
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
	const { id } = data;
	Promise.resolve()
		.then(() => work(data))
		.then(
			(answer) => self.postMessage({ id, answer } satisfies Reply),
			(thrown: unknown) => self.postMessage({ id, refusal: refusalOf(thrown) } satisfies Reply)
		);
});
