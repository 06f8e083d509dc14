import { Migration20261122000000 } from './Migration20261122000000.ts';
import { Migration20261123010414 } from './Migration20261123010414.ts';
import { Migration20261123011356 } from './Migration20261123011356.ts';
import { Migration20261123013414 } from './Migration20261123013414.ts';
import { Migration20261123015000 } from './Migration20261123015000.ts';
import { Migration20261123015030 } from './Migration20261123015030.ts';
import { Migration20261123035734 } from './Migration20261123035734.ts';
import { Migration20261123042000 } from './Migration20261123042000.ts';
import { Migration20261123043000 } from './Migration20261123043000.ts';
import { Migration20261127142843 } from './Migration20261127142843.ts';
import { Migration20261127143633 } from './Migration20261127143633.ts';
import { Migration20261127144500 } from './Migration20261127144500.ts';
import { Migration20261127144549 } from './Migration20261127144549.ts';
import { Migration20261127150000 } from './Migration20261127150000.ts';
import { Migration20261127151741 } from './Migration20261127151741.ts';
import { Migration20261127152000 } from './Migration20261127152000.ts';
import { Migration20261127153232 } from './Migration20261127153232.ts';
import { Migration20261127154000 } from './Migration20261127154000.ts';
import { Migration20261127164500 } from './Migration20261127164500.ts';
import { Migration20261127185608 } from './Migration20261127185608.ts';
import { Migration20261127185647 } from './Migration20261127185647.ts';
import { Migration20261127190133 } from './Migration20261127190133.ts';
import { Migration20261127190318 } from './Migration20261127190318.ts';
import { Migration20261127200608 } from './Migration20261127200608.ts';
import { Migration20261127231912 } from './Migration20261127231912.ts';
import { Migration20261127232121 } from './Migration20261127232121.ts';
import { Migration20261128003800 } from './Migration20261128003800.ts';
import { Migration20261128042439 } from './Migration20261128042439.ts';
import { Migration20261128044056 } from './Migration20261128044056.ts';
import { Migration20261128044145 } from './Migration20261128044145.ts';
import { Migration20261128045904 } from './Migration20261128045904.ts';
import { Migration20261128050400 } from './Migration20261128050400.ts';
import { Migration20261128053607 } from './Migration20261128053607.ts';
import { Migration20261128054904 } from './Migration20261128054904.ts';
import { Migration20261128060612 } from './Migration20261128060612.ts';

/** Every migration in the order it runs; append, never change one that was released. */
export const migrations = [
  Migration20261122000000,
  Migration20261123010414,
  Migration20261123011356,
  Migration20261123013414,
  Migration20261123015000,
  Migration20261123015030,
  Migration20261123035734,
  Migration20261123042000,
  Migration20261123043000,
  Migration20261127142843,
  Migration20261127143633,
  Migration20261127150000,
  Migration20261127144549,
  Migration20261127144500,
  Migration20261127152000,
  Migration20261127151741,
  Migration20261127153232,
  Migration20261127154000,
  Migration20261127164500,
  Migration20261127190133,
  Migration20261127185647,
  Migration20261127190318,
  Migration20261127185608,
  Migration20261127200608,
  Migration20261127231912,
  Migration20261127232121,
  Migration20261128003800,
  Migration20261128042439,
  Migration20261128044056,
  Migration20261128054904,
  Migration20261128044145,
  Migration20261128050400,
  Migration20261128045904,
  Migration20261128053607,
  Migration20261128060612,
];
