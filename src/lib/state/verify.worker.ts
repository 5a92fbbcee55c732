/** The worker that verifies a release which a reader brings. It is asked one time, and ended by the page. */
import { messageOf } from '../engine/errors';
import { arrowOf, verifyRelease } from '../publish/verify-release';
import type { Examined, ExamineAsk, ExamineReply } from './examine-release';

async function examine({ files, packageHash }: ExamineAsk): Promise<Examined> {
	const verified = await verifyRelease(files, packageHash === null ? {} : { packageHash });
	if (!verified.ok) return verified;
	const { tables, ...release } = verified.release;
	return {
		ok: true,
		release: {
			...release,
			tables: tables.map((table) => ({
				name: table.name,
				rows: table.rows,
				arrow: arrowOf(table)
			}))
		}
	};
}

const reply = (message: ExamineReply): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<ExamineAsk>) => {
	examine(data).then(
		(examined) => reply({ examined }),
		(thrown: unknown) => reply({ failed: messageOf(thrown) })
	);
});
