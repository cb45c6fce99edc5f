package io.flavortrend.initdb.reference;

/** A city that the marketplace serves: where it is and how many people live there. */
record City(int id, double latitude, double longitude, int population) {}
