package io.flavortrend.sentiment;

/** What a word does to the words around it. */
enum Effect {
  NONE,
  /** Turns what follows around: "not", "sans". */
  NEGATOR,
  /** Makes what follows louder or quieter: "very", "un peu". */
  BOOSTER,
  /** What follows counts more than what came before: "but", "mais". */
  CONTRAST,
  /** What follows is granted, and counts less: "despite", "malgré". */
  CONCESSION,
  /** What follows is wished or asked for, and is not so: "should", "aurait". */
  WISH,
  /** Ends the reach of a negator: "and", "et". */
  JOIN
}
