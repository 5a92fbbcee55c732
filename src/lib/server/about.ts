/** What the pages about the site are made from, besides the release: read and checked at build. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { AccessibilityStatement } from '../schema/accessibility';
import type { Publisher } from '../schema/publisher';

const STATEMENT = 'data/accessibility.json';
const SCHEMA = 'data/schema/accessibility.schema.json';
/** The municipality whose work is the model. Its public facts alone: it has no data here. */
const MODEL = 'data/nordanstig/publisher.json';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The accessibility statement. Throws with every fault that its schema finds. */
export function readAccessibility(json: unknown = readJson(STATEMENT)): AccessibilityStatement {
	const ajv = new Ajv({ allErrors: true });
	const isStatement = ajv.compile<AccessibilityStatement>(readJson(SCHEMA) as object);
	if (!isStatement(json)) {
		throw new Error(`${STATEMENT}: ${ajv.errorsText(isStatement.errors, { dataVar: 'file' })}`);
	}
	return json;
}

/** Public facts of the model municipality, picked one by one. Throws where the file says nothing of it. */
export function readModelMunicipality() {
	const { name, municipality_code, org_number, about } = readJson(MODEL) as Publisher;
	if (!about) throw new Error(`${MODEL}: "about" is missing, and the about page begins with it`);
	return { name, municipality_code, org_number, about };
}
