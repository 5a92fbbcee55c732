/** `npm run docs:figures`: brings ARCHITECTURE.md's table of figures up to date. */
import { writeTable } from './figures-table';

writeTable();
