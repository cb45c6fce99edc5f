package io.flavortrend.sentiment;

/** The languages whose words differ in meaning: "pain" hurts in one and is bread in the other. */
enum Language {
  ENGLISH,
  FRENCH
}
