/** The `viewBox` of a scene: little sky, the street, the river. */
export const sceneBox = '0 70 720 230';
