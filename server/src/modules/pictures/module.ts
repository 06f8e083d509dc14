import { PictureChangesResolver } from './changing/picture-changes.resolver.ts';
import { Picture } from './pictures/picture.entity.ts';
import { PictureResolver } from './pictures/picture.resolver.ts';
import { PictureUse } from './pictures/picture-use.entity.ts';
import {
  CentrePicturesResolver,
  EquipmentPicturesResolver,
  OrganisationPicturesResolver,
  PortraitResolver,
} from './pictures/subject-pictures.resolver.ts';
import { pictureRoutes } from './serving/picture.routes.ts';
import { pictureUpload } from './serving/picture-upload.routes.ts';
import { makeSizes } from './sizes/make-sizes.job.ts';
import { unusedPictures } from './sizes/unused-pictures.job.ts';
import { pictureSubjects } from './subjects/subjects.ts';

export const pictures = {
  resolvers: [
    PictureResolver,
    PictureChangesResolver,
    CentrePicturesResolver,
    EquipmentPicturesResolver,
    OrganisationPicturesResolver,
    PortraitResolver,
  ],
  entities: [Picture, PictureUse],
  queues: [makeSizes, unusedPictures],
  routes: pictureRoutes,
  uploads: [pictureUpload],
  pictureSubjects,
} as const;
