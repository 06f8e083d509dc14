import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { EquipmentObject } from '../../equipment/items/equipment.type.ts';
import { OrganisationObject } from '../../organisations/profile/organisation.type.ts';
import { PersonObject } from '../../people/persons/person.type.ts';
import type { PictureSubjectType } from '../subjects/subject.enums.ts';
import { type PictureRow, picturesOf } from './picture.reader.ts';
import { PictureObject } from './picture.type.ts';

async function all(ctx: Context, type: PictureSubjectType, id: string): Promise<PictureRow[]> {
  return [...((await load(ctx, picturesOf(type), id)) ?? [])];
}

const first = async (ctx: Context, type: PictureSubjectType, id: string): Promise<PictureRow | null> =>
  (await all(ctx, type, id))[0] ?? null;

const one = 'Its first picture, where it has one.';
const every = 'Its pictures in their order.';

@Resolver(() => CentreObject)
export class CentrePicturesResolver {
  @FieldResolver(() => PictureObject, { nullable: true, description: one })
  picture(@Ctx() ctx: Context, @Root() { id }: CentreObject): Promise<PictureObject | null> {
    return first(ctx, 'centre', id);
  }

  @FieldResolver(() => [PictureObject], { complexity: rows(5), description: every })
  pictures(@Ctx() ctx: Context, @Root() { id }: CentreObject): Promise<PictureObject[]> {
    return all(ctx, 'centre', id);
  }
}

@Resolver(() => EquipmentObject)
export class EquipmentPicturesResolver {
  @FieldResolver(() => PictureObject, { nullable: true, description: one })
  picture(@Ctx() ctx: Context, @Root() { id }: EquipmentObject): Promise<PictureObject | null> {
    return first(ctx, 'equipment', id);
  }

  @FieldResolver(() => [PictureObject], { complexity: rows(3), description: every })
  pictures(@Ctx() ctx: Context, @Root() { id }: EquipmentObject): Promise<PictureObject[]> {
    return all(ctx, 'equipment', id);
  }
}

@Resolver(() => OrganisationObject)
export class OrganisationPicturesResolver {
  @FieldResolver(() => PictureObject, { nullable: true, description: one })
  picture(@Ctx() ctx: Context, @Root() { id }: OrganisationObject): Promise<PictureObject | null> {
    return first(ctx, 'organisation', id);
  }
}

@Resolver(() => PersonObject)
export class PortraitResolver {
  @FieldResolver(() => PictureObject, { nullable: true, description: 'Their portrait, where they gave one.' })
  portrait(@Ctx() ctx: Context, @Root() { id }: PersonObject): Promise<PictureObject | null> {
    return first(ctx, 'person', id);
  }
}
