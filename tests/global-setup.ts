import { execFileSync } from 'node:child_process';

/** Publishes the demo where it is missing, so that tests read real releases. */
export default function publishDemo(): void {
	execFileSync('npm', ['run', '-s', 'demo', '--', '--if-missing'], {
		stdio: ['ignore', 'ignore', 'inherit']
	});
}
