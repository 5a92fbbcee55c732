/** A process that publishes into the folder it is given, says so as it begins to write, and may be killed. */
import { folderSink } from '../../src/cli/folder-sink';
import { generated, publishTo } from './publishing.fixture';

const [out] = process.argv.slice(2);
if (out === undefined) throw new Error('usage: immutability.child.ts <folder>');
const source = generated(120, 1);
const sink = folderSink(out);
await publishTo(
	{
		...sink,
		begin: async (publisher, release) => {
			process.stdout.write('begun\n');
			await sink.begin(publisher, release);
		}
	},
	{ ...source, publisher: { ...source.publisher, as_of: '2025-06-30' } }
);
process.stdout.write('done\n');
