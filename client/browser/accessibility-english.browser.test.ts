import { testEveryPage } from './accessibility.ts';

testEveryPage('en');
