import { testEveryPage } from './accessibility.ts';

testEveryPage('lt');
