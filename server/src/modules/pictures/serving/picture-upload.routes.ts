import { defineUpload, type UploadRoute } from '../../../platform/http/uploads/upload-route.ts';
import { largestPhotograph } from '../../../platform/pictures/photographs/photograph.rules.ts';
import { addPicture, admitPicture } from '../changing/add-picture.service.ts';
import type { PictureWords } from '../pictures/picture-text.rules.ts';

/** What forms send: `/files?subject=equipment&id=…`, with the fields `alt.lt`, `alt.en`, `credit`, `focusX`, `focusY`. */
export const pictureUpload: UploadRoute = defineUpload({
  path: '/files',
  largest: largestPhotograph,
  admit: (ctx, { subject = '', id = '' }) => admitPicture(ctx, subject.toLowerCase(), id),
  async receive(ctx, admitted, { fields, file }) {
    return { id: await addPicture(ctx, admitted, { ...file, words: wordsOf(fields) }) };
  },
});

const wordsOf = (fields: Readonly<Record<string, string>>): PictureWords => ({
  alt: { lt: fields['alt.lt'] ?? '', en: fields['alt.en'] ?? '' },
  credit: fields.credit ?? '',
  focusX: Number(fields.focusX || 50),
  focusY: Number(fields.focusY || 50),
  showsPeople: fields.showsPeople !== undefined,
});
