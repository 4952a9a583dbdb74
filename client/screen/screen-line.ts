/** The line's width in units of a track, 1000 to its 1728 units of the screen: 8 of these. */
export const SCREEN_LINE_WIDTH = 4.6;
