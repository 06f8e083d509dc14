import { nameOfSize, type PictureSize } from '../../../platform/pictures/photographs/photograph.rules.ts';

interface Shown {
  readonly id: string;
  readonly hash: string;
  readonly open: boolean;
}

/** Where a file of a picture is: by its content where everybody may look, else by its use, whose thing decides. */
export const addressOf = ({ id, hash, open }: Shown, size: Pick<PictureSize, 'edge' | 'format'>): string =>
  `/files/${open ? 'pictures' : 'private'}/${open ? hash : id}/${nameOfSize(size)}`;
