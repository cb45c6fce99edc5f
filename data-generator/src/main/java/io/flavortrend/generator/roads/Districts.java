package io.flavortrend.generator.roads;

/** Which crossings can be reached from each other; grows together street by street. */
final class Districts {
  private final int[] parent;

  Districts(int crossings) {
    parent = new int[crossings];
    for (int i = 0; i < crossings; i++) {
      parent[i] = i;
    }
  }

  /** Joins the districts of both; false where they were one already. */
  boolean join(int a, int b) {
    int first = root(a);
    int second = root(b);
    parent[first] = second;
    return first != second;
  }

  private int root(int crossing) {
    int at = crossing;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
