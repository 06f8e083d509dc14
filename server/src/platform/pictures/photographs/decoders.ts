import sharp from 'sharp';

/** Of the many readers of pictures that the library has, those of four formats; the others never see a byte. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
// A picture takes one core, so that another is left for those who ask for something else.
sharp.concurrency(1);
sharp.cache(false);

export { sharp };
